package photocat.job.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import photocat.source.dwca.ArchiveColumn;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.RowStream;
import photocat.source.dwca.TableDialect;
import photocat.sql.Quoted;

/** How a statement reads the rows of {@code stream}, in the words of SQL. */
record DwcaScan(RowStream stream) {
  /**
   * Returns what the statements that read and load rows leave open.
   *
   * @param columns what they select, apart from the key
   * @param where which rows they keep
   */
  Map<String, String> holes(List<String> columns, String where) {
    TableDialect dialect = stream.table().dialect();
    List<String> selected = new ArrayList<>(columns);
    selected.add(key() + " AS core_id");
    Map<String, String> holes = new HashMap<>();
    holes.put("columns", String.join(",\n    ", selected));
    holes.put(
        "files",
        stream.pipes().stream()
            .map(pipe -> Quoted.text(pipe.toString()))
            .collect(Collectors.joining(", ", "[", "]")));
    holes.put(
        "cells",
        stream.cells().stream()
            .map(cell -> Quoted.text(cell) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}")));
    holes.put("delimiter", Quoted.text(Character.toString(dialect.delimiter())));
    holes.put("quote", Quoted.text(dialect.quote().map(Object::toString).orElse("")));
    holes.put("where", where);
    return holes;
  }

  private String key() {
    int key = stream.table().keyIndex();
    return key < 0 ? "NULL::VARCHAR" : Quoted.name(stream.cells().get(key));
  }

  /** Returns the columns of the table, then those of cells that the archive says nothing of. */
  List<ArchiveColumn> columns() {
    ArchiveTable table = stream.table();
    List<ArchiveColumn> columns = new ArrayList<>(table.columns());
    for (int index = 0; index < stream.cells().size(); index++) {
      int cell = index;
      if (table.columns().stream().noneMatch(column -> column.index() == cell)) {
        columns.add(new ArchiveColumn(stream.cells().get(cell), "", cell, null));
      }
    }
    return columns;
  }

  /** Returns the cell of {@code column}, null where it is empty, even between quotes. */
  String cell(ArchiveColumn column) {
    String fallback = Optional.ofNullable(column.defaultValue()).map(Quoted::text).orElse("NULL");
    if (!column.isInRows()) {
      return fallback + "::VARCHAR";
    }
    // Two terms may share a cell, which has the name of the first.
    String name = Quoted.name(stream.cells().get(column.index()));
    boolean hasQuotes = stream.table().dialect().quote().isPresent();
    String cell = hasQuotes ? "nullif(" + name + ", '')" : name;
    return fallback.equals("NULL") ? cell : "coalesce(%s, %s)".formatted(cell, fallback);
  }
}
