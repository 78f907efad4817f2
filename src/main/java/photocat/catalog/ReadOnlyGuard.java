package photocat.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.sql.SqlLexer;
import photocat.sql.Token;

/**
 * Keeps a session from changing the catalogue, which other sessions of this process may change, or
 * which is not there yet: whatever it runs is part of a read-only transaction, in which DuckDB
 * refuses to.
 */
final class ReadOnlyGuard {
  private static final Logger log = LoggerFactory.getLogger(ReadOnlyGuard.class);

  private static final String BEGIN = "BEGIN TRANSACTION READ ONLY";
  private static final Set<String> BEGINS = Set.of("BEGIN", "START");
  private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK", "ABORT");

  private final Connection connection;
  private Mode mode;
  private boolean isOpen;
  private boolean nextPasses;

  /** What a session may do. */
  enum Mode {
    FREE,
    READ_ONLY,
    /** The file was opened for reading only, so that DuckDB refuses by itself. */
    READ_ONLY_FILE,
    /** There is no catalogue yet: what would change it is not run. */
    NO_CATALOG
  }

  /** A guard of {@code connection}. */
  ReadOnlyGuard(Connection connection, Mode mode) {
    this.connection = connection;
    this.mode = mode;
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
    return mode == Mode.READ_ONLY || mode == Mode.READ_ONLY_FILE;
  }

  /** Guards another catalogue from now on. */
  void change(Mode newMode) {
    mode = newMode;
  }

  /**
   * Tells whether a statement that was refused passes after all, since what it changes is a
   * database of the user's own.
   *
   * @throws CatalogNeeded when what it would change is the catalogue that is not there
   */
  boolean lets(SQLException refusal) {
    if (mode != Mode.NO_CATALOG) {
      return false;
    }
    Optional<String> database = SqlFailure.databaseThatIsOnlyRead(refusal);
    if (database.filter(Database.IN_MEMORY::equals).isPresent()) {
      throw new CatalogNeeded();
    }
    nextPasses = database.isPresent();
    return nextPasses;
  }

  /**
   * Must be called before {@code sql} is prepared.
   *
   * @throws CatalogNeeded when it begins a transaction, and there is no catalogue yet
   */
  Passage enter(String sql) throws SQLException {
    if (mode == Mode.FREE || mode == Mode.READ_ONLY_FILE || nextPasses) {
      nextPasses = false;
      return new Passage(sql, () -> {});
    }
    String word = firstWord(sql);
    if (BEGINS.contains(word)) {
      if (mode == Mode.NO_CATALOG) {
        throw new CatalogNeeded();
      }
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
