package photocat.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the path of a database must not have. The driver takes what follows a semicolon for options.
 * DuckDB takes what follows a question mark for those of an address: the log of {@code a?b.duckdb}
 * is {@code a.wal?b.duckdb}, where nobody looks for it, and may be another's.
 */
final class OddPath {
  private OddPath() {}

  /** Returns what is wrong with {@code file}, an absolute path, in words; empty if nothing is. */
  static Optional<String> in(Path file) {
    String path = file.toString();
    if (path.contains(";")) {
      return Optional.of("its path has a semicolon");
    }
    return path.contains("?") ? Optional.of("its path has a question mark") : Optional.empty();
  }
}
