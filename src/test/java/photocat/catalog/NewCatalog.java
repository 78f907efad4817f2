package photocat.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * New catalogues, copied from one that this JVM has made: most tests begin with one, and to make it
 * takes ten times as long as to copy it.
 */
public final class NewCatalog {
  private static final Path STOCK = make();

  private NewCatalog() {}

  /** Opens one in memory. */
  public static Catalog inMemory() {
    return Catalog.inMemory(CatalogSettings.DEFAULTS, NewCatalog::copyInto);
  }

  /** Opens one in {@code file}, which is not there yet. */
  public static Catalog open(Path file) {
    return Catalog.open(put(file), CatalogSettings.DEFAULTS);
  }

  /** Puts one where {@code file} says, which is not there yet, and returns that. */
  public static Path put(Path file) {
    try {
      return Files.copy(STOCK, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyInto(Session session) {
    session.statement("ATTACH '%s' AS stock (READ_ONLY)".formatted(STOCK));
    session.statement("COPY FROM DATABASE stock TO memory");
    session.statement("DETACH stock");
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("stock");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("new.duckdb");
      Catalog.open(file, CatalogSettings.DEFAULTS).close();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
