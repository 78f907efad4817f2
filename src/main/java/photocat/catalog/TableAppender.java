package photocat.catalog;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Appends rows in bulk. The rows are part of a transaction only if a statement ran in it before;
 * {@link Session#transaction} sees to that. Not thread-safe; closed by whoever opened it, after
 * {@link #flush}.
 */
public final class TableAppender implements AutoCloseable {
  /** What DuckDB calls the database of temporary tables. */
  private static final String TEMPORARY = "temp";

  private final DuckDBAppender appender;
  private final String table;
  private final String catalogue;

  private TableAppender(DuckDBAppender appender, String table, String catalogue) {
    this.appender = appender;
    this.table = table;
    this.catalogue = catalogue;
  }

  /**
   * Rows for {@code table} in the file {@code catalogue}, which is empty for one in memory.
   *
   * @throws PhotocatException also when the table has other columns, or has them in another order
   */
  static TableAppender open(
      DuckDBConnection connection,
      boolean isTemporary,
      String table,
      List<String> columns,
      String catalogue) {
    String schema = DuckDBConnection.DEFAULT_SCHEMA;
    try {
      check(table, columns, columns(connection, table));
      DuckDBAppender appender =
          isTemporary
              ? connection.createAppender(TEMPORARY, schema, table)
              : connection.createAppender(schema, table);
      return new TableAppender(appender, table, catalogue);
    } catch (SQLException e) {
      throw OpenFailure.ofDamage(catalogue, e).orElseGet(() -> failure(table, catalogue, e));
    }
  }

  private static void check(String table, List<String> columns, List<String> found) {
    if (!found.equals(columns)) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot add rows to %s: its columns are %s, must be %s"
                  .formatted(table, String.join(", ", found), String.join(", ", columns)))
          .withHint("somebody has changed them: ALTER TABLE takes that back");
    }
  }

  private static List<String> columns(DuckDBConnection connection, String table)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("FROM " + Quoted.name(table) + " LIMIT 0")) {
      ResultSetMetaData about = rows.getMetaData();
      for (int column = 1; column <= about.getColumnCount(); column++) {
        found.add(about.getColumnName(column));
      }
    }
    return found;
  }

  /**
   * Appends one row: text, whole numbers, doubles, booleans, bytes, {@link Instant}, {@link
   * LocalDate}, maps and collections of texts or null, in the order of the columns that it was
   * opened for.
   */
  public void row(@Nullable Object... values) {
    try {
      appender.beginRow();
      for (Object value : values) {
        append(value);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Hands the rows to the database; must be called, since the driver's close swallows a failure to
   * do so.
   */
  public void flush() {
    try {
      appender.flush();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    try {
      appender.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PhotocatException failure(SQLException e) {
    return failure(table, catalogue, e);
  }

  private static PhotocatException failure(String table, String catalogue, SQLException e) {
    return SqlFailure.of("appending to " + table, catalogue, e);
  }

  private void append(@Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      appender.append(truth.booleanValue());
    } else if (value instanceof byte[] bytes) {
      appender.append(bytes);
    } else if (value instanceof Instant instant) {
      appender.append(instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof LocalDate day) {
      appender.append(day);
    } else if (value instanceof Collection<?> list) {
      appender.append(list);
    } else if (value instanceof Map<?, ?> map) {
      appender.append(map);
    } else {
      throw new IllegalArgumentException("cannot append a " + value.getClass().getName());
    }
  }
}
