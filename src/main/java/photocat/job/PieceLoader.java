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
  private final Session session;
  private final int snapshot;
  private final Map<BundleTable, Long> loadedRows = new EnumMap<>(BundleTable.class);
  private final Map<BundleTable, Long> rejectedRows = new EnumMap<>(BundleTable.class);

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
      session.run("ingest/clear", Map.of(), Map.of("table", tableName(table)));
    }
  }

  void load(TablePiece piece) {
    long odd = piece.regular() ? 0 : takeOddRowsOut(piece);
    long loaded = session.run(loadStatement(piece), Map.of("file", piece.file()));
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
      throw new IllegalStateException(
          "%s from line %d: %d rows loaded, %d rejected, %d odd, but %d in the piece"
              .formatted(
                  piece.table().fileName(),
                  piece.firstLine(),
                  loaded,
                  rejected,
                  odd,
                  piece.rows()));
    }
    loadedRows.merge(piece.table(), loaded, Long::sum);
    rejectedRows.merge(piece.table(), rejected + odd, Long::sum);
  }

  /** Refuses a bundle of which a whole table is unfit: its format must have changed. */
  void checkLoaded(String origin) {
    for (BundleTable table : loadedRows.keySet()) {
      long rejected = rejectedRows.getOrDefault(table, 0L);
      if (loadedRows.getOrDefault(table, 0L) == 0 && rejected > 0) {
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

  void recordTables() {
    for (BundleTable table : loadedRows.keySet()) {
      session.run(
          "ingest/add_snapshot_table",
          Map.of(
              "snapshot_id", snapshot,
              "table_name", tableName(table),
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

  private static String loadStatement(TablePiece piece) {
    String suffix = piece.columns().equals(piece.table().columns()) ? "" : "_without_anomaly_score";
    return "ingest/load_" + piece.table().tableName() + suffix;
  }

  private static String tableName(BundleTable table) {
    return table == BundleTable.OBSERVATIONS_PROJECTS
        ? "inat_observation_projects"
        : "inat_" + table.tableName();
  }
}
