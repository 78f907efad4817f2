package photocat.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import photocat.model.PhotocatException;

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

  /** Rows for {@code table} in the file {@code catalogue}, which is empty for one in memory. */
  static TableAppender open(
      DuckDBConnection connection, boolean isTemporary, String table, String catalogue) {
    String schema = DuckDBConnection.DEFAULT_SCHEMA;
    try {
      DuckDBAppender appender =
          isTemporary
              ? connection.createAppender(TEMPORARY, schema, table)
              : connection.createAppender(schema, table);
      return new TableAppender(appender, table, catalogue);
    } catch (SQLException e) {
      throw OpenFailure.ofDamage(catalogue, e).orElseGet(() -> failure(table, catalogue, e));
    }
  }

  /**
   * Appends one row: text, whole numbers, doubles, booleans, bytes, {@link Instant}, {@link
   * LocalDate}, lists and maps of texts or null, in the order of the table's columns.
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
