package photocat.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.file.OutputFolder;
import photocat.file.OutputPlace;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Copies the catalogue, as it is at one moment, into a DuckDB file of its own. Only DuckDB reads
 * the catalogue: opening it as a file would drop DuckDB's lock.
 */
public final class CatalogCopy {
  private final Catalog catalog;
  private final Cancellation cancellation;

  /** A copy of {@code catalog}, which stays open. */
  public CatalogCopy(Catalog catalog, Cancellation cancellation) {
    this.catalog = catalog;
    this.cancellation = cancellation;
  }

  /**
   * Writes the copy, which gets its name when it is whole.
   *
   * @return its size in bytes
   */
  public long write(OutputPlace place) {
    if (!place.isPlain()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot write the copy %s: it is a device or pipe".formatted(place.named()))
          .withHint("write it to a file, then send that");
    }
    if (place.file().toString().contains("?")) {
      // DuckDB would keep the log of such a database where nobody looks for it.
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot write the copy %s: its path has a question mark".formatted(place.named()))
          .withHint("choose a path without one: DuckDB takes what follows for options");
    }
    Path log = place.file().resolveSibling(place.file().getFileName() + ".wal");
    if (Files.exists(log) && !place.how().force()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot write the copy %s: %s is there, the log of another database"
                  .formatted(place.named(), log))
          .withHint("--force replaces both");
    }
    // A folder of its own: DuckDB puts a log beside the copy, and refuses a file that is there.
    try (OutputFolder folder = OutputFolder.open(place)) {
      Path copy = folder.file("copy.duckdb");
      copyTo(copy, folder);
      cancellation.check("the copy");
      // It would be replayed into the new file.
      Files.deleteIfExists(log);
      folder.finish(copy);
      return Files.size(place.file());
    } catch (IOException e) {
      throw place.how().failure(place.named(), e);
    }
  }

  private void copyTo(Path copy, OutputFolder folder) {
    try {
      copy(copy);
    } catch (PhotocatException e) {
      throw folder.inHisWords(e, copy);
    }
  }

  private void copy(Path file) {
    Map<String, String> copy = Map.of("copy", Quoted.name("copy " + UUID.randomUUID()));
    try (Session session = catalog.openSession(cancellation);
        Session afterwards = catalog.openSession()) {
      String source = session.first("copy/source", Map.of(), row -> row.text("name")).orElseThrow();
      session.run(
          "copy/attach",
          Map.of(),
          Map.of("file", Quoted.text(file.toString()), "copy", copy.get("copy")));
      try {
        session.run(
            "copy/copy", Map.of(), Map.of("source", Quoted.name(source), "copy", copy.get("copy")));
      } finally {
        // Whoever stopped the copy did not mean this too.
        afterwards.run("copy/detach", Map.of(), copy);
      }
    }
  }
}
