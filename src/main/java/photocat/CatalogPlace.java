package photocat;

import java.nio.file.Files;
import java.nio.file.Path;
import photocat.command.CatalogUse;
import photocat.command.GlobalOptions;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Which catalogue a run is about; asked once its options have been read. */
final class CatalogPlace {
  /** DuckDB's own name for a database that vanishes at the end. */
  private static final Path IN_MEMORY = Path.of(":memory:");

  private static final String DEFAULT = "catalog/photocat.duckdb";
  private static final String VARIABLE = "PHOTOCAT_CATALOG";

  private final ProcessEnvironment around;
  private final GlobalOptions options;

  CatalogPlace(ProcessEnvironment around, GlobalOptions options) {
    this.around = around;
    this.options = options;
  }

  /** Returns the file, absolute, whether it exists or not. */
  Path file() {
    Path named = Path.of(isOfVariable() ? variable() : DEFAULT);
    return around.paths().resolve(options.catalog().orElse(named));
  }

  /** Tells whether it is to vanish at the end. */
  boolean isInMemory() {
    return file().equals(around.paths().resolve(IN_MEMORY));
  }

  /** Tells whether there is no such file; one that cannot be looked at may be there. */
  boolean isMissing() {
    Path file = file();
    Path above = file.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    boolean isBelowAFile = above != null && !Files.isDirectory(above);
    return Files.notExists(file) || (isBelowAFile && !Files.exists(file));
  }

  /** Returns the failure of whoever needs it for {@code use} where it is missing. */
  PhotocatException missing(CatalogUse use) {
    return PhotocatException.of(
            ExitStatus.CATALOG,
            "there is no catalogue at %s%s"
                .formatted(file(), isOfVariable() ? ", which %s names".formatted(VARIABLE) : ""))
        .withHint(
            use == CatalogUse.FILL
                ? "leave out --read-only to make it"
                : CatalogUse.HOW_TO_MAKE_ONE + "; --catalog FILE names another");
  }

  private boolean isOfVariable() {
    return options.catalog().isEmpty() && !variable().isBlank();
  }

  private String variable() {
    return around.environment().getOrDefault(VARIABLE, "");
  }
}
