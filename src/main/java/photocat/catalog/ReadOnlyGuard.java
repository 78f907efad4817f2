package photocat.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.sql.SqlLexer;
import photocat.sql.Token;

/**
 * Keeps a session from changing the catalogue, which other sessions of this process may change:
 * whatever it runs is part of a read-only transaction, in which DuckDB refuses to.
 */
final class ReadOnlyGuard {
  private static final Logger log = LoggerFactory.getLogger(ReadOnlyGuard.class);

  private static final String BEGIN = "BEGIN TRANSACTION READ ONLY";
  private static final Set<String> BEGINS = Set.of("BEGIN", "START");
  private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK", "ABORT");

  private final Connection connection;
  private final boolean readOnly;
  private boolean isOpen;

  /** A guard of {@code connection}, which lets everything pass unless {@code readOnly}. */
  ReadOnlyGuard(Connection connection, boolean readOnly) {
    this.connection = connection;
    this.readOnly = readOnly;
  }

  /**
   * One statement on its way; closing it ends the transaction that it alone was given.
   *
   * @param sql what to run: a transaction begins as one that only reads
   */
  record Passage(String sql, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  boolean isReadOnly() {
    return readOnly;
  }

  /** Must be called before {@code sql} is prepared. */
  Passage enter(String sql) throws SQLException {
    if (!readOnly) {
      return new Passage(sql, () -> {});
    }
    String word = firstWord(sql);
    if (BEGINS.contains(word)) {
      isOpen = true;
      return new Passage(BEGIN, () -> {});
    }
    if (ENDS.contains(word)) {
      return new Passage(sql, () -> isOpen = false);
    }
    if (isOpen) {
      return new Passage(sql, () -> {});
    }
    run(BEGIN);
    return new Passage(sql, this::commit);
  }

  /** Temporary tables stay only after a commit. */
  private void commit() {
    try {
      run("COMMIT");
    } catch (SQLException e) {
      log.debug("the statement has ended its transaction itself", e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String firstWord(String sql) {
    List<Token> tokens = SqlLexer.read(sql);
    return tokens.isEmpty() ? "" : tokens.get(0).in(sql).toUpperCase(Locale.ROOT);
  }
}
