package photocat.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import photocat.sql.Quoted;

/**
 * One conversation with the catalogue: statements one after another, in autocommit unless {@link
 * #transaction}. Not thread-safe but for {@link #cancel}; closed by whoever opened it.
 *
 * <p>Statements of ours are named by their file in {@code sql/pipeline}; their values are always
 * bound.
 */
public final class Session implements AutoCloseable {
  /** What a failure of a statement of ours says before words that only DuckDB knows. */
  public static final String DUCKDB_SAYS = "DuckDB says: ";

  private static final String ANALYSED = "EXPLAIN ANALYZE ";
  private static final Logger log = LoggerFactory.getLogger(Session.class);

  private final DuckDBConnection connection;
  private final ReadOnlyGuard guard;
  private final RowOrder order;
  private final RunningStatement running = new RunningStatement();
  private String file;

  /** A session of the catalogue {@code file}, empty for one in memory. */
  Session(DuckDBConnection connection, String file, ReadOnlyGuard.Mode mode) {
    this(connection, file, mode, new RowOrder(connection));
  }

  /** The same, one of several that {@code order} is the order of rows for. */
  Session(DuckDBConnection connection, String file, ReadOnlyGuard.Mode mode, RowOrder order) {
    this.connection = connection;
    this.order = order;
    this.file = file;
    this.guard = new ReadOnlyGuard(connection, mode);
  }

  /** Runs a statement without parameters and returns the number of rows it changed. */
  public long run(String name) {
    return run(name, Map.of());
  }

  /** Runs {@code sql/pipeline/{name}.sql} and returns the number of rows it changed. */
  public long run(String name, Map<String, ? extends @Nullable Object> values) {
    return run(name, values, Map.of());
  }

  /**
   * Runs a statement that has holes, <code>{{name}}</code>, for what cannot be bound: quoted
   * identifiers and checked expressions, never values.
   */
  public long run(
      String name, Map<String, ? extends @Nullable Object> values, Map<String, String> holes) {
    Bound bound = Bound.of(name, values, holes);
    try (ReadOnlyGuard.Passage passage = guard.enter(bound.sql());
        RowOrder.Kept kept = order.during(passage.sql());
        BoundStatement statement = bind(kept.sql(), bound.values())) {
      running.begin(statement.statement());
      statement.execute();
      return statement.changed();
    } catch (SQLException e) {
      throw failure(name, told(bound, e));
    } finally {
      running.end();
    }
  }

  /** Runs a query of ours and pushes its rows into {@code sink}. */
  public void query(String name, Map<String, ? extends @Nullable Object> values, RowSink sink) {
    query(name, values, Map.of(), sink);
  }

  /** The same for a query that has holes. */
  public void query(
      String name,
      Map<String, ? extends @Nullable Object> values,
      Map<String, String> holes,
      RowSink sink) {
    Bound bound = Bound.of(name, values, holes);
    try (ReadOnlyGuard.Passage passage = guard.enter(bound.sql());
        BoundStatement statement = bind(passage.sql(), bound.values())) {
      running.begin(statement.statement());
      try (ResultSet result = statement.execute().orElseThrow()) {
        ResultReader.read(result, sink, running::isStopped);
      }
    } catch (SQLException e) {
      throw failure(name, told(bound, e));
    } finally {
      running.end();
    }
  }

  /** Returns all rows of a query of ours; for results that are known to be small. */
  public <T> List<T> list(
      String name, Map<String, ? extends @Nullable Object> values, Function<Row, T> reader) {
    List<T> rows = new ArrayList<>();
    query(
        name,
        values,
        new RowReader(
            row -> {
              rows.add(reader.apply(row));
              return true;
            }));
    return rows;
  }

  /** Returns the first row of a query of ours, empty when it has none. */
  public <T> Optional<T> first(
      String name, Map<String, ? extends @Nullable Object> values, Function<Row, T> reader) {
    return list(name, values, reader).stream().findFirst();
  }

  /**
   * Runs one statement of the user's and pushes its rows, if it has any, into {@code sink}.
   *
   * @return rows changed, or -1 when the statement gave rows
   * @throws CatalogNeeded when it would change the catalogue, and there is none yet
   */
  public long execute(String sql, List<? extends @Nullable Object> values, RowSink sink) {
    Bound bound = new Bound(sql, values);
    try (ReadOnlyGuard.Passage passage = guard.enter(sql);
        RowOrder.Kept kept = order.duringUsers(passage.sql());
        BoundStatement statement = bind(kept.sql(), values)) {
      running.begin(statement.statement());
      Optional<ResultSet> rows = statement.execute();
      if (rows.isEmpty()) {
        return statement.changed();
      }
      try (ResultSet result = rows.get()) {
        ResultReader.read(result, sink, running::isStopped);
      }
      return -1;
    } catch (SQLException e) {
      if (guard.lets(e)) {
        return execute(sql, values, sink);
      }
      SQLException told = told(bound, e);
      throw OpenFailure.ofDamage(file, told).orElseGet(() -> SqlFailure.ofUserStatement(told));
    } finally {
      running.end();
    }
  }

  /** Runs a statement of ours that takes something back, also where the work was stopped. */
  public void takeBack(String name) {
    statement(PipelineSql.read(name, Map.of()).statement());
  }

  /**
   * Runs a statement of ours with an expression of the user's in one of its holes. What is wrong
   * with that is told in DuckDB's own words.
   */
  public void tryOut(String name, Map<String, String> holes) {
    execute(Bound.of(name, Map.of(), holes).sql(), List.of(), new RowReader(row -> true));
  }

  /**
   * Has DuckDB read a statement of the user's and look up the tables, columns and functions it
   * names, without running it.
   */
  public void prepare(String sql) {
    try {
      connection.prepareStatement(sql).close();
    } catch (SQLException e) {
      throw SqlFailure.ofUserStatement(e);
    }
  }

  /** Tells whether DuckDB finds all that a query of ours names. */
  boolean canPrepare(String name) {
    try {
      // To describe it DuckDB looks everything up, but does not plan it.
      String query = "DESCRIBE " + PipelineSql.read(name, Map.of()).statement();
      connection.prepareStatement(query).close();
      return true;
    } catch (SQLException e) {
      log.debug("{} cannot be prepared", name, e);
      return false;
    }
  }

  /** From now on {@code work} stops what runs here, and every statement of ours that follows. */
  void obey(Cancellation work) {
    running.obey(work);
  }

  /** Throws an INTERRUPTED failure that names {@code what} when the work should stop. */
  public void check(String what) {
    running.check(what);
  }

  /** Runs {@code work} in a transaction of which nothing stays, whatever comes of it. */
  public <T> T trial(Supplier<T> work) {
    statement("BEGIN");
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
    statement("ROLLBACK");
    return result;
  }

  /** Runs {@code work} in one transaction: all of it, or on any exception nothing. */
  public <T> T transaction(Supplier<T> work) {
    statement("BEGIN");
    T result;
    try {
      result = work.get();
      running.check("the work");
    } catch (RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
    // After a failed COMMIT there is no transaction left to roll back.
    statement("COMMIT");
    return result;
  }

  /**
   * Goes on in {@code made}, the catalogue that has been made since; temporary tables and settings
   * stay as they are.
   */
  public void moveInto(Catalog made) {
    guard.change(made.mode());
    file = made.file().map(Path::toString).orElse("");
    made.attached().ifPresent(this::enter);
  }

  /** Makes {@code database} the one that names are looked up in, unless the user chose another. */
  void enter(String database) {
    String current = first("catalog/current", Map.of(), row -> row.text("name")).orElse("");
    if (current.equals(Database.IN_MEMORY)) {
      run("catalog/enter", Map.of(), Map.of("database", Quoted.name(database)));
    }
  }

  /** Tells whether statements that change something are refused. */
  public boolean isReadOnly() {
    return guard.isReadOnly();
  }

  /** Appends rows of all {@code columns}, in the table's order; the caller closes it. */
  public TableAppender openAppender(String table, String... columns) {
    if (guard.isReadOnly()) {
      throw SqlFailure.ofReadOnly(null);
    }
    return TableAppender.open(connection, false, table, List.of(columns), file);
  }

  /** The same for a temporary table of this session. */
  public TableAppender openTemporaryAppender(String table, String... columns) {
    return TableAppender.open(connection, true, table, List.of(columns), file);
  }

  /** Stops the statement that is running, if one is; safe from any thread. */
  public void cancel() {
    running.cancel();
  }

  /**
   * Makes the session tell how far statements have come. Without it, or where the settings are
   * locked, {@link #progress} knows nothing.
   */
  public void enableProgress() {
    try (Statement statement = connection.createStatement()) {
      // Otherwise DuckDB draws a bar of its own on standard output.
      statement.execute("SET enable_progress_bar_print = false");
      statement.execute("SET enable_progress_bar = true");
    } catch (SQLException e) {
      log.debug("cannot enable progress", e);
    }
  }

  /** Returns how far the statement that is running has come; safe from any thread. */
  public Optional<StatementProgress> progress() {
    try {
      if (running.now().orElse(null) instanceof DuckDBPreparedStatement statement) {
        return Optional.of(StatementProgress.of(statement.getQueryProgress()));
      }
    } catch (SQLException e) {
      log.debug("the statement ended while its progress was asked for", e);
    }
    return Optional.empty();
  }

  /** Tells whether the transaction of this session has failed, so that only ROLLBACK is left. */
  public boolean isAborted() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return false;
    } catch (SQLException e) {
      return SqlFailure.text(e).startsWith("TransactionContext Error");
    }
  }

  /** Tells whether SQL may reach files. */
  public boolean reachesFiles() {
    return first("guard/reaches_files", Map.of(), row -> row.truth("reaches_files")).orElseThrow();
  }

  /**
   * Forbids SQL to reach files and the network, in every session of this catalogue, for as long as
   * it is open.
   */
  public void lockIn() {
    statement("SET enable_external_access = false");
    statement("SET lock_configuration = true");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure("close", e);
    }
  }

  /** Runs one statement that returns nothing: transaction control and migrations. */
  void statement(String sql) {
    try (ReadOnlyGuard.Passage passage = guard.enter(sql);
        Statement statement = connection.createStatement()) {
      statement.execute(passage.sql());
    } catch (SQLException e) {
      throw failure(sql.lines().findFirst().orElse(""), e);
    }
  }

  private PhotocatException failure(String name, SQLException e) {
    return OpenFailure.ofDamage(file, e).orElseGet(() -> SqlFailure.of(name, file, e));
  }

  private BoundStatement bind(String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    running.prepare();
    return BoundStatement.of(connection, sql, values);
  }

  /**
   * Returns the failure with DuckDB's own words: of a streamed query that fails before its first
   * row the driver says "Invalid result set" only (duckdb_jdbc 2.0.0.1). A result that is not
   * streamed has the words, and EXPLAIN ANALYZE gives such a one for any query.
   */
  private SQLException told(Bound bound, SQLException failure) {
    if (!SqlFailure.text(failure).endsWith("Invalid result set")) {
      return failure;
    }
    if (running.isStopped()) {
      return RunningStatement.stopped(failure);
    }
    try (ReadOnlyGuard.Passage passage = guard.enter(ANALYSED + bound.sql());
        BoundStatement again = bind(passage.sql(), bound.values())) {
      running.begin(again.statement());
      again.execute();
      return failure;
    } catch (SQLException e) {
      // In a transaction of the user's, which the failure has aborted, nothing can run again.
      return SqlFailure.text(e).startsWith("TransactionContext Error")
          ? failure
          : SqlFailure.without(ANALYSED, e);
    }
  }

  private void rollback(Throwable cause) {
    try {
      statement("ROLLBACK");
    } catch (RuntimeException e) {
      // DuckDB has rolled back already where the statement that failed aborted the transaction.
      cause.addSuppressed(e);
    }
  }
}
