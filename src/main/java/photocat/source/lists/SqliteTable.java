package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import photocat.model.OneLine;

/** A table or view of a SQLite database, which is only read. */
final class SqliteTable implements ListTable {
  /** One more than a cell may have, so that what is too long is seen. */
  private static final int CELL_CHARS = (1 << 16) + 1;

  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
          + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

  private final Path file;
  private final String table;
  private final List<String> headers;

  private SqliteTable(Path file, String table, List<String> headers) {
    this.file = file;
    this.table = table;
    this.headers = headers;
  }

  /** Looks at the table {@code asked}; where that is empty at the only one there is. */
  static SqliteTable of(Path file, Optional<String> asked) throws IOException {
    try (Connection database = open(file);
        Statement statement = database.createStatement()) {
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
        return new SqliteTable(file, table, List.copyOf(headers));
      }
    } catch (SQLException e) {
      throw amiss(e);
    }
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
    return tables.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new UnreadableListException("it has no table " + wanted, listed));
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public void read(Taker rows) throws IOException {
    // Names cannot be bound. What is no text, such as pictures, is left out.
    String cells =
        headers.stream()
            .map(SqliteTable::quoted)
            .map(
                column ->
                    "CASE typeof(%1$s) WHEN 'blob' THEN NULL ELSE %2$s END"
                        .formatted(
                            column,
                            "substr(CAST(%s AS TEXT), 1, %d)".formatted(column, CELL_CHARS)))
            .collect(joining(", "));
    try (Connection database = open(file);
        Statement statement = database.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT %s FROM %s".formatted(cells, quoted(table)))) {
      for (long line = 1; found.next(); line++) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= headers.size(); i++) {
          String text = found.getString(i);
          row.add(text == null ? "" : text);
        }
        rows.take(line, row);
      }
    } catch (SQLException e) {
      throw amiss(e);
    }
  }

  private static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.BUSY_TIMEOUT, "2000");
    // As an address, since the driver takes what follows a question mark for settings.
    return config.createConnection("jdbc:sqlite:" + file.toUri());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static IOException amiss(SQLException e) {
    return new IOException("SQLite says: " + OneLine.of(String.valueOf(e.getMessage())), e);
  }
}
