package photocat.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its values, to be run once. It is prepared only where it has some: DuckDB plans
 * what is prepared a second time when it runs, and to plan takes longer than all else where there
 * are few rows. One thread at a time.
 */
final class BoundStatement implements AutoCloseable {
  private final Statement statement;

  /** What has not been prepared; empty where it has. */
  private final Optional<String> unprepared;

  private BoundStatement(Statement statement, Optional<String> unprepared) {
    this.statement = statement;
    this.unprepared = unprepared;
  }

  /** The caller closes it. */
  static BoundStatement of(
      DuckDBConnection connection, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    if (values.isEmpty()) {
      return new BoundStatement(connection.createStatement(), Optional.of(sql));
    }
    PreparedStatement prepared = connection.prepareStatement(sql);
    try {
      Binding.bind(connection, prepared, values);
      return new BoundStatement(prepared, Optional.empty());
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }

  /** Returns what can be stopped, and asked how far it has come. */
  Statement statement() {
    return statement;
  }

  /** Runs it; returns its rows, which live as long as this, empty where it gives none. */
  Optional<ResultSet> execute() throws SQLException {
    boolean hasRows =
        unprepared.isPresent()
            ? statement.execute(unprepared.get())
            : ((PreparedStatement) statement).execute();
    return hasRows ? Optional.of(statement.getResultSet()) : Optional.empty();
  }

  /** Returns how many rows it has changed; 0 where it changes none. */
  long changed() throws SQLException {
    return Math.max(0, statement.getUpdateCount());
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
