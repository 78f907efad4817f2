package photocat.job.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;

/**
 * The snapshot that is being taken in: which rows of it are loaded and which are rejected. Used by
 * one thread, inside the transaction of its {@link SnapshotWriter}.
 */
public final class SnapshotRows {
  private final Session session;
  private final SnapshotWriter.Identity identity;
  private final int id;
  private final Map<String, Long> loaded = new LinkedHashMap<>();
  private final Map<String, Long> rejected = new HashMap<>();
  private Optional<LocalDate> date = Optional.empty();
  private long sizeBytes;

  SnapshotRows(Session session, SnapshotWriter.Identity identity, int id) {
    this.session = session;
    this.identity = identity;
    this.id = id;
  }

  /**
   * A row that cannot be loaded.
   *
   * @param line of the file, the header being line 1; 0 where nobody knows
   * @param text the row as it stands there
   */
  public record Reject(long line, String text, String reason) {}

  /** Returns the number of the snapshot. */
  public int id() {
    return id;
  }

  /** Returns the name of the snapshot. */
  public String name() {
    return identity.name();
  }

  /** Empties {@code table} of the rows of the snapshot that this one replaces. */
  public void forgetReplaced(String table) {
    session.run(
        "ingest/forget_replaced",
        Map.of("source", identity.source(), "name", identity.name()),
        Map.of("table", table));
  }

  /** Says what is known of the origin: the day it was made, and the bytes read of it. */
  public void origin(Optional<LocalDate> made, long bytes) {
    date = made;
    sizeBytes = bytes;
  }

  /** Counts rows of {@code table}, which may be taken out again by negative numbers. */
  public void count(String table, long loadedRows, long rejectedRows) {
    loaded.merge(table, loadedRows, Long::sum);
    rejected.merge(table, rejectedRows, Long::sum);
  }

  /** Keeps rows of {@code file} in {@code ingest_rejects}; counting them is left to the caller. */
  public void reject(String file, List<Reject> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (TableAppender appender = openRejects()) {
      for (Reject row : rows) {
        appender.row(id, file, row.line(), row.text(), row.reason());
      }
      appender.flush();
    }
  }

  /** Opens {@code ingest_rejects}: snapshot, file, line, text and reason make a row. */
  TableAppender openRejects() {
    return session.openAppender("ingest_rejects", "snapshot_id", "file", "line", "text", "reason");
  }

  /** Returns the rows of {@code table} that are loaded. */
  public long loaded(String table) {
    return loaded.getOrDefault(table, 0L);
  }

  /** Returns the rejected rows of all tables. */
  public long rejected() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns all rows so far, loaded or not. */
  public long rows() {
    return loaded.values().stream().mapToLong(Long::longValue).sum() + rejected();
  }

  void record(Instant started, Instant finished) {
    Map<String, @Nullable Object> snapshot = new HashMap<>();
    snapshot.put("snapshot_id", id);
    snapshot.put("source", identity.source());
    snapshot.put("name", identity.name());
    snapshot.put("origin", identity.origin());
    snapshot.put("snapshot_date", date.map(LocalDate::toString).orElse(null));
    snapshot.put("size_bytes", sizeBytes);
    snapshot.put("rejected_rows", rejected());
    snapshot.put("started_at", started);
    snapshot.put("ingested_at", finished);
    session.run("ingest/add_snapshot", snapshot);
    loaded.forEach(
        (table, rows) ->
            session.run(
                "ingest/add_snapshot_table",
                Map.of(
                    "snapshot_id", id,
                    "table_name", table,
                    "loaded_rows", rows,
                    "rejected_rows", rejected.getOrDefault(table, 0L))));
  }
}
