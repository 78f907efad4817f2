package photocat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.RecipeBook;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.ReaderGone;
import photocat.command.RootCommand;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.shell.TextOutput;

/** Starts photocat: settings, wiring and exit codes. */
public final class Main {
  /** How long Ctrl-C waits for the work in hand to be put away. */
  private static final long GRACE_SECONDS = 10;

  /** DuckDB's own name for a database that vanishes at the end. */
  private static final Path IN_MEMORY = Path.of(":memory:");

  private Main() {}

  /** Runs one command line, or opens the shell. */
  public static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cancellation, finished), "stop"));
    int exitCode = run(arguments, cancellation);
    finished.countDown();
    System.exit(exitCode);
  }

  private static int run(String[] arguments, Cancellation cancellation) {
    GlobalOptions options = new GlobalOptions();
    Map<String, String> environment = System.getenv();
    Path folder = Path.of("").toAbsolutePath();
    StandardStreams standard = StandardStreams.ofProcess(environment);
    TextOutput output = new TextOutput(standard.streams(), standard.screen(), options);
    try (Context context =
        new Context(
            () -> openCatalog(folder, catalogFile(options, environment)),
            () -> output,
            folder,
            InstantSource.system(),
            cancellation,
            RecipeBook.load(recipeFolders(folder, environment)))) {
      FrontEnd frontEnd = new FrontEnd(context, output, standard, environment);
      RootCommand[] root = new RootCommand[1];
      root[0] = new RootCommand(options, () -> frontEnd.run(root[0]).exitCode());
      int exitCode = CommandLines.run(root[0], context, List.of(arguments));
      return flushed(exitCode, standard, output);
    }
  }

  /** What is still in a buffer may find out only now that the disk is full. */
  private static int flushed(int exitCode, StandardStreams standard, TextOutput output) {
    try {
      standard.streams().flush();
      return exitCode;
    } catch (ReaderGone e) {
      return exitCode;
    } catch (PhotocatException e) {
      output.failure(e);
      return exitCode == Kind.DONE.exitCode() ? e.kind().exitCode() : exitCode;
    }
  }

  private static Catalog openCatalog(Path folder, Path file) {
    return file.equals(IN_MEMORY)
        ? Catalog.inMemory()
        : Catalog.open(folder.resolve(file), CatalogSettings.DEFAULTS);
  }

  private static List<Path> recipeFolders(Path folder, Map<String, String> environment) {
    String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path home =
        configuration.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configuration);
    return List.of(folder.resolve(Context.RECIPES), home.resolve("photocat/recipes"));
  }

  private static Path catalogFile(GlobalOptions options, Map<String, String> environment) {
    return options
        .catalog()
        .orElseGet(
            () -> Path.of(environment.getOrDefault("PHOTOCAT_CATALOG", "catalog/photocat.duckdb")));
  }

  /**
   * Ctrl-C and SIGTERM end the process, with 130 or 143, when the work in hand has been put away.
   */
  private static void stop(Cancellation cancellation, CountDownLatch finished) {
    cancellation.cancel();
    try {
      if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("warning: gave up waiting for the work in hand");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
