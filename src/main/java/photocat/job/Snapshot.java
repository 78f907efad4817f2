package photocat.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Copies the catalogue, as it is at one moment, into a DuckDB file of its own. Only DuckDB reads
 * the catalogue: opening it as a file would drop DuckDB's lock.
 */
public final class Snapshot {
  private final Catalog catalog;
  private final Cancellation cancellation;

  /** A copy of {@code catalog}, which stays open. */
  public Snapshot(Catalog catalog, Cancellation cancellation) {
    this.catalog = catalog;
    this.cancellation = cancellation;
  }

  /**
   * Writes the copy, which gets its name when it is whole.
   *
   * @param replace whether a file that is there may be replaced
   * @return its size in bytes
   */
  public long write(Path target, boolean replace) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    refuseCatalogue(target, target);
    refuseCatalogue(target, part);
    if (!replace && Files.exists(target)) {
      throw failure(target, "it is there already").withHint("--force replaces it");
    }
    if (Files.isDirectory(target)) {
      throw failure(target, "it is a folder");
    }
    try {
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      remove(part);
      try {
        copy(part);
        // A log of the file before would be replayed into the new one.
        Files.deleteIfExists(log(target));
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(part);
      }
      return Files.size(target);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot write the snapshot %s: %s".formatted(target, e.getMessage()), e);
    }
  }

  private void copy(Path part) {
    String copy = Quoted.name("snapshot " + UUID.randomUUID());
    try (Session session = catalog.openSession()) {
      cancellation.onCancel(session::cancel);
      String source =
          session.first("snapshot/source", Map.of(), row -> row.text("name")).orElseThrow();
      session.run(
          "snapshot/attach", Map.of(), Map.of("file", Quoted.text(part.toString()), "copy", copy));
      try {
        cancellation.check("the snapshot");
        session.run("snapshot/copy", Map.of(), Map.of("source", Quoted.name(source), "copy", copy));
      } finally {
        session.run("snapshot/detach", Map.of(), Map.of("copy", copy));
      }
    }
  }

  private void refuseCatalogue(Path target, Path written) {
    Optional<Path> file = catalog.file();
    try {
      if (file.isPresent() && Files.exists(written) && Files.isSameFile(file.get(), written)) {
        throw failure(target, "that is the catalogue itself");
      }
    } catch (IOException e) {
      throw failure(target, String.valueOf(e.getMessage()));
    }
  }

  private static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(log(file));
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private static PhotocatException failure(Path target, String found) {
    return PhotocatException.of(
        Kind.FAILED, "cannot write the snapshot %s: %s".formatted(target, found));
  }
}
