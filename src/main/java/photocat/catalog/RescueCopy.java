package photocat.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * A copy of a damaged catalogue and of its log, on which a repair tries what DuckDB opens. Not
 * thread-safe.
 */
final class RescueCopy {
  private static final String WORK = "the repair";
  private static final long PIECE_BYTES = 64L << 20;

  private final Path file;
  private final Path original;
  private final CatalogSettings settings;
  private final Cancellation cancellation;

  /** A copy in {@code file}, where nothing is yet; {@link #make} makes it. */
  RescueCopy(Path file, Path original, CatalogSettings settings, Cancellation cancellation) {
    this.file = file;
    this.original = original;
    this.settings = settings;
    this.cancellation = cancellation;
  }

  static Path logOf(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }

  /** Where commits go while a checkpoint is made; they follow those in the log. */
  static Path secondLogOf(Path database) {
    return database.resolveSibling(database.getFileName() + Damage.SECOND_LOG);
  }

  Path file() {
    return file;
  }

  void make() throws IOException {
    copy(original, file, Files.size(original));
  }

  /** Returns how long the log is, with a second one that follows it. */
  long logBytes() throws IOException {
    return bytes(logOf(original)) + bytes(secondLogOf(original));
  }

  /** Returns where in the log, and in the second one behind it, {@code text} says damage is. */
  OptionalLong placeInLog(String text) throws IOException {
    OptionalLong place = Damage.placeInLog(text);
    long before = Damage.isOfSecondLog(text) ? bytes(logOf(original)) : 0;
    return place.isPresent() ? OptionalLong.of(before + place.getAsLong()) : place;
  }

  /** Puts other headers into the copy. */
  void use(DatabaseHeaders.Fixed headers) throws IOException {
    overwrite(file, headers.bytes().duplicate());
  }

  /** Gives the copy the first {@code bytes} of the log, and of the second one, or none. */
  void useLog(long bytes) throws IOException {
    removeLogs();
    long ofFirst = Math.min(bytes, bytes(logOf(original)));
    useLog(logOf(original), logOf(file), ofFirst);
    useLog(secondLogOf(original), secondLogOf(file), bytes - ofFirst);
  }

  void removeLogs() throws IOException {
    Files.deleteIfExists(logOf(file));
    Files.deleteIfExists(secondLogOf(file));
  }

  private void useLog(Path from, Path log, long bytes) throws IOException {
    if (bytes > 0) {
      copy(from, log, bytes);
      Optional<LogHeading> heading =
          DatabaseLog.damagedHeading(log, DatabaseHeaders.of(file).logHeading());
      if (heading.isPresent()) {
        overwrite(log, ByteBuffer.wrap(heading.get().bytes()));
      }
    }
  }

  /** Reads every value of every table; returns what went wrong. */
  Optional<SQLException> fault() {
    return fault(file, original, settings, cancellation);
  }

  /**
   * Reads every value of every table of a database.
   *
   * @param named what messages call it
   * @throws PhotocatException when the database is none of photocat's
   */
  static Optional<SQLException> fault(
      Path database, Path named, CatalogSettings settings, Cancellation cancellation) {
    try (Session session =
        new Session(
            Database.connectToRead(database, settings), "", ReadOnlyGuard.Mode.READ_ONLY_FILE)) {
      session.obey(cancellation);
      if (Catalog.openedFile(session).isEmpty()) {
        throw OpenFailure.ofTableFile(named);
      }
      new Migrator(session, named.toString()).refuseForeign();
      for (String table : session.list("repair/all_tables", Map.of(), RescueCopy::name)) {
        Map<String, String> hole = Map.of("table", table);
        session.query("repair/read_table", Map.of(), hole, new RowReader(row -> true));
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.INTERRUPTED && e.getCause() instanceof SQLException cause) {
        return Optional.of(cause);
      }
      throw e;
    }
  }

  /** Tells whether nothing of photocat's own has been dropped from a database. */
  static boolean isWhole(Path database, CatalogSettings settings) {
    try (Session session =
        new Session(
            Database.connectToRead(database, settings), "", ReadOnlyGuard.Mode.READ_ONLY_FILE)) {
      return new Migrator(session, database.toString()).isWhole();
    } catch (SQLException e) {
      throw OpenFailure.explain(database, e);
    }
  }

  /** Returns the name of a table, with that of its schema. */
  static String name(Row row) {
    return Quoted.name(row.text("schema_name")) + "." + Quoted.name(row.text("name"));
  }

  private static void overwrite(Path file, ByteBuffer start) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      while (start.hasRemaining()) {
        channel.write(start);
      }
    }
  }

  private static long bytes(Path log) throws IOException {
    return Files.exists(log) ? Files.size(log) : 0;
  }

  private void copy(Path from, Path to, long bytes) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      long done = 0;
      while (done < bytes) {
        cancellation.check(WORK);
        long copied = in.transferTo(done, Math.min(PIECE_BYTES, bytes - done), out);
        if (copied <= 0) {
          throw new IOException("%s has become shorter".formatted(from));
        }
        done += copied;
      }
    }
  }
}
