package photocat.job;

import java.util.EnumMap;
import java.util.Map;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.source.BundleTable;
import photocat.source.RowSieve;
import photocat.source.TablePiece;

/** Loads the pieces of one snapshot and counts their rows: each is loaded or kept as rejected. */
final class PieceLoader {
  private static final long MOST_CUT_ROWS = 100;

  private final Session session;
  private final int snapshot;
  private final Map<BundleTable, Long> loadedRows = new EnumMap<>(BundleTable.class);
  private final Map<BundleTable, Long> rejectedRows = new EnumMap<>(BundleTable.class);

  /** Those of the rejected rows that do not have the shape of a row. */
  private final Map<BundleTable, Long> oddRows = new EnumMap<>(BundleTable.class);

  private long contradictedRows;

  PieceLoader(Session session, int snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  int snapshot() {
    return snapshot;
  }

  Map<BundleTable, Long> loadedRows() {
    return loadedRows;
  }

  long rejectedRows() {
    return rejectedRows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns all rows so far, loaded or not. */
  long rows() {
    return loadedRows.values().stream().mapToLong(Long::longValue).sum() + rejectedRows();
  }

  /** Empties all tables, those too that the bundle may lack. */
  void clear() {
    for (BundleTable table : BundleTable.values()) {
      session.run("ingest/clear", Map.of(), Map.of("table", PieceColumns.tableName(table)));
    }
  }

  void load(TablePiece piece) {
    long odd = piece.regular() ? 0 : takeOddRowsOut(piece);
    long loaded =
        session.run(
            "ingest/load",
            Map.of("file", piece.file(), "identifiers", piece.table().identifiers()),
            PieceColumns.holes(session, piece));
    long rejected =
        session.run(
            "ingest/keep_rejects",
            Map.of(
                "snapshot_id", snapshot,
                "file", piece.table().fileName(),
                "first_line", piece.firstLine()));
    session.run("ingest/drop_reject_errors");
    session.run("ingest/drop_reject_scans");
    if (loaded + rejected + odd != piece.rows()) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot ingest %s: of %s from line %d, %d were loaded, %d kept as rejected, the rest lost"
              .formatted(
                  piece.table().fileName(),
                  Amounts.count(piece.rows(), "row"),
                  piece.firstLine(),
                  loaded,
                  rejected + odd));
    }
    loadedRows.merge(piece.table(), loaded, Long::sum);
    rejectedRows.merge(piece.table(), rejected + odd, Long::sum);
    oddRows.merge(piece.table(), odd, Long::sum);
  }

  /**
   * Refuses a bundle of which a whole table is unfit: its format must have changed. A few rows that
   * line breaks in a name have cut apart tell nothing of the format.
   */
  void checkLoaded(String origin) {
    for (BundleTable table : loadedRows.keySet()) {
      long rejected = rejectedRows.getOrDefault(table, 0L);
      long odd = oddRows.getOrDefault(table, 0L);
      boolean telling = rejected > odd || odd > MOST_CUT_ROWS;
      if (loadedRows.getOrDefault(table, 0L) == 0 && telling) {
        String first =
            session
                .first(
                    "ingest/first_reject",
                    Map.of("snapshot_id", snapshot, "file", table.fileName()),
                    row -> "line %d: %s".formatted(row.number("line"), row.text("reason")))
                .orElseThrow();
        throw PhotocatException.of(
            Kind.FAILED,
            "cannot ingest %s: none of the %s of %s can be loaded; %s"
                .formatted(origin, Amounts.count(rejected, "row"), table.fileName(), first));
      }
    }
  }

  /** So many rows of observations have been taken out again. */
  void contradicted(long rows) {
    contradictedRows = rows;
    loadedRows.merge(BundleTable.OBSERVATIONS, -rows, Long::sum);
    rejectedRows.merge(BundleTable.OBSERVATIONS, rows, Long::sum);
  }

  long contradictedRows() {
    return contradictedRows;
  }

  void recordTables() {
    for (BundleTable table : loadedRows.keySet()) {
      session.run(
          "ingest/add_snapshot_table",
          Map.of(
              "snapshot_id", snapshot,
              "table_name", PieceColumns.tableName(table),
              "loaded_rows", loadedRows.getOrDefault(table, 0L),
              "rejected_rows", rejectedRows.getOrDefault(table, 0L)));
    }
  }

  private long takeOddRowsOut(TablePiece piece) {
    try (TableAppender rejects = session.openAppender("ingest_rejects")) {
      long odd =
          RowSieve.sieve(
              piece,
              (line, text, reason) ->
                  rejects.row(snapshot, piece.table().fileName(), line, text, reason));
      rejects.flush();
      return odd;
    }
  }
}
