package photocat.job.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Takes a snapshot of any source in, in one transaction: a load that fails, is stopped or killed
 * leaves the snapshot before it whole. Not thread-safe.
 */
public final class SnapshotWriter {
  private final Session session;
  private final InstantSource clock;

  /** A writer into the catalogue of {@code session}, which the caller closes. */
  public SnapshotWriter(Session session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Which snapshot is taken in.
   *
   * @param source kind of source, as in {@code sql/sources}
   * @param name the snapshot of that source and name is replaced
   * @param origin file, folder or address, for the user to read
   */
  public record Identity(String source, String name, String origin) {}

  /**
   * What was taken in.
   *
   * @param loaded what {@code load} gave
   * @param rejectedRows rows kept in {@code ingest_rejects}
   */
  public record Written<T>(T loaded, long rejectedRows, Duration duration) {}

  /**
   * Runs {@code load}, which clears the tables of the source and fills them, and records what it
   * says of the snapshot.
   */
  public <T> Written<T> write(Identity identity, Function<SnapshotRows, T> load) {
    Instant started = clock.instant();
    try {
      return session.transaction(() -> write(identity, load, started));
    } catch (PhotocatException e) {
      // DuckDB names the statement that was stopped, which says nothing to the user.
      throw e.kind() == ExitStatus.INTERRUPTED ? stopped(e) : e;
    }
  }

  private <T> Written<T> write(Identity identity, Function<SnapshotRows, T> load, Instant started) {
    long id =
        session
            .first("ingest/next_snapshot", Map.of(), row -> row.number("snapshot_id"))
            .orElseThrow();
    SnapshotRows rows = new SnapshotRows(session, identity, (int) id);
    rows.forgetReplaced("ingest_rejects");
    rows.forgetReplaced("datasets");
    T loaded = load.apply(rows);
    Instant finished = clock.instant();
    rows.record(started, finished);
    return new Written<>(loaded, rows.rejected(), Duration.between(started, finished));
  }

  private static PhotocatException stopped(PhotocatException cause) {
    return PhotocatException.of(
            ExitStatus.INTERRUPTED,
            "the ingest was stopped; the catalogue is as it was before",
            cause)
        .withHint("the next ingest begins again");
  }
}
