package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.model.OneLine;

/** A table or view of a SQLite database, which is only read. */
final class SqliteTable implements ListTable {
  /** One more than a cell may have, so that what is too long is seen. */
  private static final int CELL_CHARS = (1 << 16) + 1;

  /** The same of a row that is a line. */
  private static final int LINE_CHARS = (1 << 20) + 1;

  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
          + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

  private final SqliteFile database;
  private final String table;
  private final List<String> headers;

  private SqliteTable(SqliteFile database, String table, List<String> headers) {
    this.database = database;
    this.table = table;
    this.headers = headers;
  }

  /**
   * Looks at the table {@code asked}; where that is empty at the only one there is.
   *
   * @param work throws when it should stop, also while SQLite is at work
   */
  static SqliteTable of(Path file, Optional<String> asked, Runnable work) throws IOException {
    SqliteFile database = new SqliteFile(file, work);
    return database.read(
        statement -> {
          List<String> tables = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
              tables.add(rows.getString(1));
            }
          }
          String table = choose(tables, asked);
          try (ResultSet row =
              statement.executeQuery("SELECT * FROM %s LIMIT 0".formatted(quoted(table)))) {
            List<String> headers = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              headers.add(row.getMetaData().getColumnName(i));
            }
            return new SqliteTable(database, table, List.copyOf(headers));
          }
        });
  }

  private static String choose(List<String> tables, Optional<String> asked)
      throws UnreadableListException {
    if (tables.isEmpty()) {
      throw new UnreadableListException("it has no table", "give another file");
    }
    String listed = "its tables are " + Sheets.listed(tables);
    if (asked.isEmpty() && tables.size() > 1) {
      throw new UnreadableListException(listed, "say which with --table NAME");
    }
    String wanted = asked.orElse(tables.get(0));
    // SQLite tells apart what differs in the case of other letters than those of ASCII.
    return tables.contains(wanted)
        ? wanted
        : tables.stream()
            .filter(wanted::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(
                () -> new UnreadableListException("it has no table " + OneLine.of(wanted), listed));
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  /** Opens the rows as lines; the caller closes them. */
  InputStream openLines() throws IOException {
    return database.lines(query(LINE_CHARS), headers);
  }

  /** Names cannot be bound. What is no text, such as pictures, is left out. */
  private String query(int mostChars) {
    String cells =
        headers.stream()
            .map(SqliteTable::quoted)
            .map(
                column ->
                    "CASE typeof(%1$s) WHEN 'blob' THEN NULL ELSE %2$s END"
                        .formatted(
                            column, "substr(CAST(%s AS TEXT), 1, %d)".formatted(column, mostChars)))
            .collect(joining(", "));
    return "SELECT %s FROM %s".formatted(cells, quoted(table));
  }

  @Override
  public void read(Taker rows) throws IOException {
    database.read(
        statement -> {
          try (ResultSet found = statement.executeQuery(query(CELL_CHARS))) {
            for (long line = 1; found.next(); line++) {
              rows.take(line, row(found));
            }
            return headers;
          }
        });
  }

  private List<String> row(ResultSet found) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int i = 1; i <= headers.size(); i++) {
      String text = found.getString(i);
      row.add(text == null ? "" : text);
    }
    return row;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
