package photocat.catalog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.file.OwnFiles;

/**
 * Makes the file of a catalogue beside its place and puts it there whole. DuckDB itself would make
 * it empty and fill it: another process that looks meanwhile finds a file that is no database.
 */
final class NewDatabase {
  private static final Logger log = LoggerFactory.getLogger(NewDatabase.class);

  private NewDatabase() {}

  /** Makes an empty database and lets go of it. */
  @FunctionalInterface
  interface Maker {
    void make(Path file) throws SQLException;
  }

  /** Puts an empty database at {@code file}, unless there is one, also one that came meanwhile. */
  static void make(Path file, Maker maker) throws SQLException {
    if (!Files.notExists(file)) {
      return;
    }
    Path draft = OwnFiles.unusedBeside(file);
    try {
      maker.make(draft);
      if (Files.notExists(file)) {
        // As DuckDB does for a file that it makes: these are of one that is gone.
        remove(RescueCopy.logOf(file));
        remove(RescueCopy.secondLogOf(file));
      }
      OwnFiles.putWhereNothingIs(file, draft);
    } catch (FileAlreadyExistsException e) {
      log.debug("another process has made {}", file);
    } catch (IOException e) {
      throw OpenFailure.ofFolder(file, e);
    } finally {
      remove(draft);
      remove(RescueCopy.logOf(draft));
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("cannot remove {}", file, e);
    }
  }
}
