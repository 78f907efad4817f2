package photocat.shell.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeBook;
import photocat.model.PhotocatException;

/**
 * Loads the names that completion offers on a thread of its own, so that the Tab key never waits
 * for the database. Thread-safe.
 */
public final class CatalogNames implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CatalogNames.class);
  private static final long PATIENCE_SECONDS = 5;

  private final Supplier<List<NameSnapshot.Name>> names;
  private final RecipeBook book;
  private final ExecutorService loader;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile NameSnapshot snapshot = NameSnapshot.EMPTY;

  /** Takes names of the catalogue from {@code names}, on a thread of its own. */
  public CatalogNames(Supplier<List<NameSnapshot.Name>> names, RecipeBook book) {
    this.names = names;
    this.book = book;
    this.loader =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "completion");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns the newest snapshot; empty until the first has been loaded. */
  public NameSnapshot snapshot() {
    return snapshot;
  }

  /** Loads a new snapshot in the background, unless that is about to happen already. */
  public void refresh() {
    if (waiting.compareAndSet(false, true)) {
      loader.execute(this::load);
    }
  }

  /** Waits for a load that is under way, so that the catalogue can be closed. */
  @Override
  public void close() {
    loader.shutdown();
    try {
      if (!loader.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("names for completion are still being loaded");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without names, completion offers less; that is no reason to bother anybody. */
  private void load() {
    waiting.set(false);
    try {
      snapshot = new NameSnapshot(names.get(), recipes());
    } catch (RuntimeException e) {
      log.debug("cannot load the names for completion", e);
    }
  }

  /** A recipe with a broken header is not offered; running it says what is wrong. */
  private List<Recipe> recipes() {
    List<Recipe> recipes = new ArrayList<>();
    for (String name : book.names()) {
      try {
        book.find(name).ifPresent(recipes::add);
      } catch (PhotocatException e) {
        log.debug("cannot read recipe {}", name, e);
      }
    }
    return recipes;
  }
}
