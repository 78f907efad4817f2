package photocat.source.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * A SQLite database, which is only read. Beside one whose write-ahead log was left by a program
 * that has ended SQLite makes its index of that log, {@code -shm}.
 */
final class SqliteFile {
  /** Instructions of SQLite's machine between two looks whether to stop. */
  private static final int LOOK_EVERY = 100_000;

  /** Where a database says whether it has a write-ahead log: 2 if it has one. */
  private static final int VERSION_AT = 18;

  private final Path file;
  private final Runnable work;

  /**
   * The database in {@code file}.
   *
   * @param work throws when it should stop
   */
  SqliteFile(Path file, Runnable work) {
    this.file = file;
    this.work = work;
  }

  /** Reads with one statement. */
  interface Reader<T> {
    T read(Statement statement) throws SQLException, IOException;
  }

  <T> T read(Reader<T> reader) throws IOException {
    try (Connection database = open();
        Statement statement = database.createStatement()) {
      ProgressHandler.setHandler(database, LOOK_EVERY, new Stop());
      return reader.read(statement);
    } catch (SQLException e) {
      work.run();
      throw wrong(e);
    }
  }

  /** Opens the rows of {@code query} as lines; the caller closes them. */
  InputStream lines(String query, List<String> names) throws IOException {
    try {
      Connection opened = open();
      try {
        ProgressHandler.setHandler(opened, LOOK_EVERY, new Stop());
        return new SqliteLines(opened, query, names);
      } catch (SQLException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (SQLException e) {
      work.run();
      throw wrong(e);
    }
  }

  private Connection open() throws SQLException, IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.BUSY_TIMEOUT, "2000");
    // As an address, since the driver takes what follows a question mark for settings.
    return config.createConnection(
        "jdbc:sqlite:" + file.toUri() + (isAtRest() ? "?immutable=1" : ""));
  }

  /**
   * Tells whether nobody else can have the database open: one with a write-ahead log has that as a
   * file then. Otherwise SQLite would make such files itself, and leave them.
   */
  private boolean isAtRest() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(VERSION_AT + 1);
      return head.length > VERSION_AT && head[VERSION_AT] == 2 && !Files.exists(beside("-wal"));
    }
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private IOException wrong(SQLException e) {
    String says = "SQLite says: " + OneLine.of(String.valueOf(e.getMessage()));
    if (e instanceof SQLiteException known) {
      SQLiteErrorCode code = known.getResultCode();
      if (code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCKED")) {
        return new UnreadableListException(
            "another program has locked it", "wait until that has written, or give a copy");
      }
      if (Files.exists(beside("-wal")) || Files.exists(beside("-journal"))) {
        return new UnreadableListException(
            says, "open it once with the program that wrote it, which has not finished");
      }
    }
    return new IOException(says, e);
  }

  /** Ends what SQLite does when the work should stop; no failure may leave it. */
  private final class Stop extends ProgressHandler {
    @Override
    protected int progress() {
      try {
        work.run();
        return 0;
      } catch (PhotocatException e) {
        return 1;
      }
    }
  }
}
