package photocat.source.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** A table or view of a SQLite database as lines of JSON, each behind the number of its row. */
public final class SqliteRows {
  private SqliteRows() {}

  /**
   * Looks whether it can be read.
   *
   * @param table its table or view, empty for the only one
   * @throws PhotocatException when there is none such; its message tells what was found only
   */
  public static void check(Path file, Optional<String> table) throws IOException {
    try {
      SqliteTable.of(file, table, SqliteRows::stopIfInterrupted);
    } catch (UnreadableListException e) {
      throw PhotocatException.of(ExitStatus.FAILED, String.valueOf(e.getMessage()), e)
          .withHint(e.hint());
    }
  }

  /** Opens its rows, in UTF-8; the caller closes them. */
  public static InputStream open(Path file, Optional<String> table) throws IOException {
    return SqliteTable.of(file, table, SqliteRows::stopIfInterrupted).openLines();
  }

  /** SQLite itself does not heed an interrupt. */
  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw PhotocatException.of(ExitStatus.INTERRUPTED, "reading was stopped");
    }
  }
}
