package photocat.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.RecipeBook;
import photocat.catalog.Session;
import photocat.model.Cancellation;

/**
 * The world of a command: the catalogue, opened when first asked for, where words go, and the
 * request to stop. Closed by whoever made it. Thread-safe for the catalogue.
 */
public final class Context implements AutoCloseable {
  private final Supplier<Catalog> opener;
  private final Supplier<Output> output;
  private final Setup setup;
  private final Cancellation cancellation;
  private @Nullable Catalog catalog;

  /** A world whose parts are made when first needed, after the options have been read. */
  public Context(
      Supplier<Catalog> opener, Supplier<Output> output, Setup setup, Cancellation cancellation) {
    this.opener = opener;
    this.output = output;
    this.setup = setup;
    this.cancellation = cancellation;
  }

  /**
   * Returns this world as one command in the shell sees it: with its own output and its own request
   * to stop. It shares the catalogue, which stays open, so it need not be closed.
   */
  public Context forCommand(Output commandOutput, Cancellation commandCancellation) {
    return new Context(this::catalog, () -> commandOutput, setup, commandCancellation);
  }

  /** Returns the catalogue; opens it at the first call. */
  public synchronized Catalog catalog() {
    if (catalog == null) {
      catalog = opener.get();
    }
    return catalog;
  }

  /** Opens a session that a request to stop interrupts; the caller closes it. */
  public Session openSession() {
    Session session = catalog().openSession();
    cancellation.onCancel(session::cancel);
    return session;
  }

  /** Returns where words go. */
  public Output output() {
    return output.get();
  }

  /**
   * Returns {@code path} as the user means it: relative to the folder that photocat was started in.
   */
  public Path resolve(Path path) {
    return setup.folder().resolve(path).normalize();
  }

  /** Returns the recipes: the user's, then those that come with photocat. */
  public RecipeBook recipes() {
    return setup.recipes();
  }

  /** Returns what the user has set. */
  public UserSettings settings() {
    return setup.settings().get();
  }

  /** Returns the time. */
  public InstantSource clock() {
    return setup.clock();
  }

  /** Returns the request to stop that this command obeys. */
  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public synchronized void close() {
    if (catalog != null) {
      catalog.close();
      catalog = null;
    }
  }
}
