package photocat.job.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.catalog.Session;
import photocat.source.BundleTable;
import photocat.source.TablePiece;

/** The columns of a piece in the words of SQL, with the types of the catalogue's table. */
final class PieceColumns {
  private PieceColumns() {}

  /** Returns what {@code ingest/load.sql} leaves open. */
  static Map<String, String> holes(Session session, TablePiece piece) {
    Map<String, String> types = types(session, piece.table());
    List<String> columns = piece.columns();
    String typed =
        columns.stream()
            .map(column -> "'%s': '%s'".formatted(column, types.getOrDefault(column, "VARCHAR")))
            .collect(Collectors.joining(", ", "{", "}"));
    String known = columns.stream().filter(types::containsKey).collect(Collectors.joining(", "));
    return Map.of("table", tableName(piece.table()), "columns", typed, "known", known);
  }

  /** Returns the catalogue's table for the rows of {@code table}. */
  static String tableName(BundleTable table) {
    return table == BundleTable.OBSERVATIONS_PROJECTS
        ? "inat_observation_projects"
        : "inat_" + table.tableName();
  }

  private static Map<String, String> types(Session session, BundleTable table) {
    Map<String, String> types = new HashMap<>();
    session.list(
        "ingest/column_types",
        Map.of("table", tableName(table)),
        row -> types.put(row.text("column_name"), row.text("data_type").replace("'", "''")));
    types.keySet().retainAll(table.columns());
    return types;
  }
}
