package photocat.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has DuckDB keep the order of rows where it counts: while whole databases are copied, since the
 * newest event of a photo is the one that was written last, and while statements of the user's run
 * that sort. Otherwise DuckDB 2.0.0 gives the parts of a sorted result of more than 122,880 rows in
 * any order. Elsewhere keeping an order that nobody needs costs memory. The setting is one for all
 * sessions. Thread-safe.
 */
final class RowOrder {
  private static final Logger log = LoggerFactory.getLogger(RowOrder.class);

  /** Statements without one of these words copy no database. */
  private static final Pattern COPIES = Pattern.compile("database", Pattern.CASE_INSENSITIVE);

  /** It may be part of a name too, which does no harm. */
  private static final Pattern SORTS = Pattern.compile("\\border\\b", Pattern.CASE_INSENSITIVE);

  private final DuckDBConnection root;
  private int keepers;

  /** The order of rows in all that {@code root} and its duplicates run. */
  RowOrder(DuckDBConnection root) {
    this.root = root;
  }

  /** While {@code sql} runs, until this is closed, the order may be needed. */
  record Kept(String sql, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Keeps the order if {@code sql} copies a database. */
  Kept during(String sql) {
    return COPIES.matcher(sql).find() && new StatementWords(sql).copiesDatabase()
        ? kept(sql)
        : new Kept(sql, () -> {});
  }

  /** Keeps the order also if {@code sql}, a statement of the user's, sorts. */
  Kept duringUsers(String sql) {
    return SORTS.matcher(sql).find() ? kept(sql) : during(sql);
  }

  private Kept kept(String sql) {
    keep();
    return new Kept(sql, this::release);
  }

  private synchronized void keep() {
    if (keepers == 0) {
      set(true);
    }
    keepers++;
  }

  private synchronized void release() {
    keepers--;
    if (keepers == 0) {
      set(false);
    }
  }

  private void set(boolean kept) {
    try (Connection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL preserve_insertion_order = " + kept);
    } catch (SQLException e) {
      // Where settings are locked no database can be copied either.
      log.debug("the order of rows cannot be kept", e);
    }
  }
}
