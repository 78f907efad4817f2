package photocat.job.ingest;

import java.util.EnumMap;
import java.util.Map;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.BundleTable;
import photocat.source.RowSieve;
import photocat.source.TablePiece;

/** Loads the pieces of one snapshot and counts their rows: each is loaded or kept as rejected. */
final class PieceLoader {
  private static final long MOST_CUT_ROWS = 100;

  private final Session session;
  private final SnapshotRows rows;
  private final Map<BundleTable, Long> loadedRows = new EnumMap<>(BundleTable.class);
  private final Map<BundleTable, Long> rejectedRows = new EnumMap<>(BundleTable.class);

  /** Those of the rejected rows that do not have the shape of a row. */
  private final Map<BundleTable, Long> oddRows = new EnumMap<>(BundleTable.class);

  PieceLoader(Session session, SnapshotRows rows) {
    this.session = session;
    this.rows = rows;
  }

  Map<BundleTable, Long> loadedRows() {
    return loadedRows;
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
            "sources/inat-open-data/load",
            Map.of("file", piece.file(), "identifiers", piece.table().identifiers()),
            PieceColumns.holes(session, piece));
    long rejected = loaded + odd == piece.rows() ? 0 : keepRejects(piece);
    if (loaded + rejected + odd != piece.rows()) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot ingest %s: of %s from line %d, %d were loaded, %d kept as rejected, the rest lost"
              .formatted(
                  piece.table().fileName(),
                  Amounts.count(piece.rows(), "row"),
                  piece.firstLine(),
                  loaded,
                  rejected + odd));
    }
    count(piece.table(), loaded, rejected + odd);
    oddRows.merge(piece.table(), odd, Long::sum);
  }

  private long keepRejects(TablePiece piece) {
    return session.run(
        "sources/inat-open-data/keep_rejects",
        Map.of(
            "snapshot_id", rows.id(),
            "file", piece.table().fileName(),
            "piece", piece.file(),
            "first_line", piece.firstLine()),
        PieceColumns.textHoles(session, piece));
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
                    Map.of("snapshot_id", rows.id(), "file", table.fileName()),
                    row -> "line %d: %s".formatted(row.number("line"), row.text("reason")))
                .orElseThrow();
        throw PhotocatException.of(
            ExitStatus.FAILED,
            "cannot ingest %s: none of the %s of %s can be loaded; %s"
                .formatted(origin, Amounts.count(rejected, "row"), table.fileName(), first));
      }
    }
  }

  /** So many rows of {@code table} have been taken out again. */
  void takenOut(BundleTable table, long taken) {
    count(table, -taken, taken);
  }

  private void count(BundleTable table, long loaded, long rejected) {
    loadedRows.merge(table, loaded, Long::sum);
    rejectedRows.merge(table, rejected, Long::sum);
    rows.count(PieceColumns.tableName(table), loaded, rejected);
  }

  private long takeOddRowsOut(TablePiece piece) {
    try (TableAppender rejects = rows.openRejects()) {
      long odd =
          RowSieve.sieve(
              piece,
              (line, text, reason) ->
                  rejects.row(rows.id(), piece.table().fileName(), line, text, reason));
      rejects.flush();
      return odd;
    }
  }
}
