package photocat.job.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import photocat.catalog.Session;
import photocat.source.BundleTable;
import photocat.source.TablePiece;

/** The columns of a piece in the words of SQL, with the types of the catalogue's table. */
final class PieceColumns {
  private PieceColumns() {}

  /** Returns what {@code load.sql} leaves open. */
  static Map<String, String> holes(Session session, TablePiece piece) {
    Map<String, String> types = types(session, piece.table());
    List<String> columns = piece.columns();
    String known = columns.stream().filter(types::containsKey).collect(Collectors.joining(", "));
    return Map.of(
        "table", tableName(piece.table()),
        "columns", typed(columns, column -> types.getOrDefault(column, "VARCHAR")),
        "known", known);
  }

  /** Returns what {@code keep_rejects.sql} leaves open, which reads all cells as text. */
  static Map<String, String> textHoles(Session session, TablePiece piece) {
    Map<String, String> types = types(session, piece.table());
    List<String> columns = piece.columns();
    String flaws =
        columns.stream()
            .map(column -> flaw(column, types.getOrDefault(column, "VARCHAR"), piece.table()))
            .collect(Collectors.joining(", "));
    return Map.of(
        "columns", typed(columns, column -> "VARCHAR"),
        "names", columns.stream().collect(Collectors.joining("', '", "['", "']")),
        "cells", String.join(", ", columns),
        "flaws", flaws);
  }

  private static String typed(List<String> columns, UnaryOperator<String> typeOf) {
    return columns.stream()
        .map(column -> "'%s': '%s'".formatted(column, quoted(typeOf.apply(column))))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Says of one cell why {@code load.sql} cannot take it; empty is none but for identifiers. */
  private static String flaw(String column, String type, BundleTable table) {
    String ofEmpty = table.identifiers().contains(column) ? "'it has no " + column + "'" : "NULL";
    return """
        CASE WHEN %1$s = '' THEN %3$s WHEN try_cast(%1$s AS %2$s) IS NULL
        THEN 'column %1$s: could not convert "' || %1$s || '" to %4$s' END"""
        .formatted(column, type, ofEmpty, quoted(type));
  }

  private static String quoted(String type) {
    return type.replace("'", "''");
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
        row -> types.put(row.text("column_name"), row.text("data_type")));
    types.keySet().retainAll(table.columns());
    return types;
  }
}
