package photocat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import photocat.catalog.Catalog;
import photocat.catalog.RowReader;
import photocat.catalog.Session;

/** A table or view of a freshly made catalogue, with what its comments say; empty where nothing. */
record SchemaTable(String name, String comment, boolean isView, List<SchemaColumn> columns) {
  /** A column of it. */
  record SchemaColumn(String name, String type, String comment) {}

  private static final String COLUMNS =
      """
      SELECT
          t.name,
          coalesce(t.comment, '') AS comment,
          t.is_view,
          c.column_name,
          c.data_type,
          coalesce(c.comment, '') AS column_comment
      FROM (
          SELECT table_oid AS oid, table_name AS name, comment, false AS is_view
          FROM duckdb_tables()
          WHERE NOT internal AND NOT temporary
          UNION ALL
          SELECT view_oid, view_name, comment, true
          FROM duckdb_views()
          WHERE NOT internal AND NOT temporary
      ) AS t
      LEFT JOIN duckdb_columns() AS c
          ON c.table_oid = t.oid
          -- Those of one source have the columns of the view over all, and whatever its tables have.
          AND NOT (t.is_view AND regexp_matches(t.name, '^(candidates|taxa)_'))
      ORDER BY t.name, c.column_index
      """;

  /** Returns all of them by name. */
  static List<SchemaTable> all() {
    Map<String, SchemaTable> tables = new LinkedHashMap<>();
    try (Catalog catalog = Catalog.inMemory();
        Session session = catalog.openSession()) {
      session.execute(
          COLUMNS,
          List.of(),
          new RowReader(
              row -> {
                SchemaTable table =
                    tables.computeIfAbsent(
                        row.text("name"),
                        name ->
                            new SchemaTable(
                                name,
                                row.text("comment"),
                                row.truth("is_view"),
                                new ArrayList<>()));
                row.optionalText("column_name")
                    .map(
                        column ->
                            new SchemaColumn(
                                column, row.text("data_type"), row.text("column_comment")))
                    .ifPresent(table.columns()::add);
                return true;
              }));
    }
    return List.copyOf(tables.values());
  }
}
