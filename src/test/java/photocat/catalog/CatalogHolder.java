package photocat.catalog;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds a catalogue until its standard input ends; run by tests as a child. */
final class CatalogHolder {
  private CatalogHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (Catalog catalog = Catalog.open(Path.of(arguments[0]), CatalogSettings.DEFAULTS)) {
      System.out.println("open " + catalog.file().orElseThrow());
      while (System.in.read() >= 0) {
        // what is said does not matter
      }
    }
  }
}
