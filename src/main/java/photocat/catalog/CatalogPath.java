package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a catalogue is or shall be: looked at before DuckDB is asked to open it. */
final class CatalogPath {
  private CatalogPath() {}

  /** Returns {@code file}, absolute, unless nothing there could ever be a catalogue. */
  static Path absolute(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Optional<String> odd = OddPath.in(absolute).or(() -> OddFile.at(absolute));
    if (odd.isPresent()) {
      throw OpenFailure.ofOddFile(absolute, odd.get());
    }
    return absolute;
  }

  /** Returns {@code file}, absolute, if it is there. */
  static Path present(Path file) {
    Path absolute = absolute(file);
    if (Files.notExists(absolute)) {
      throw OpenFailure.ofMissing(absolute);
    }
    return absolute;
  }

  /** Makes the folder of {@code file}, where there is none. */
  static void makeFolder(Path file) {
    Optional<String> obstacle = Obstacle.to(file);
    if (obstacle.isPresent()) {
      throw OpenFailure.ofObstacle(file, obstacle.get());
    }
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw OpenFailure.ofFolder(file, e);
    }
  }
}
