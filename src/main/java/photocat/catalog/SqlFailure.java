package photocat.catalog;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.Shortage;

/**
 * Turns the driver's errors into failures that a user can read. The driver sets neither SQLState
 * nor error code.
 */
public final class SqlFailure {
  /** Some errors of plain statements begin with a line about the driver's own result object. */
  private static final Pattern DRIVER_NOISE =
      Pattern.compile("^Invalid Input Error: Attempting to execute an unsuccessful[^\n]*\nError: ");

  /** Of a file that was opened so, and of a transaction. */
  private static final String READ_ONLY_MESSAGE =
      "cannot change the catalogue: it is open for reading only";

  private static final Pattern READ_ONLY =
      Pattern.compile("attached in read-only mode!?$|transaction is launched in read-only mode$");

  private static final Pattern ONLY_READ =
      Pattern.compile("Cannot write to database \"+(.+?)\"+ - transaction is launched in");

  private static final String FATAL = "FATAL Error:";

  private static final Pattern FULL =
      Pattern.compile("Could not write file \"(.+?)\": No space left on device");

  private SqlFailure() {}

  /** Returns DuckDB's message without the driver's additions. */
  static String text(SQLException e) {
    String message = DriverText.meant(String.valueOf(e.getMessage()));
    return DRIVER_NOISE.matcher(message).replaceFirst("").strip();
  }

  /** Returns {@code e} as if its statement had not begun with {@code words}, which we put there. */
  static SQLException without(String words, SQLException e) {
    String text = text(e);
    String first = "LINE 1: " + words;
    if (!text.contains(first)) {
      return e;
    }
    String cut = text.replace(first, "LINE 1: ");
    String moved = cut.replaceFirst("(LINE 1: .*\n)" + " ".repeat(words.length()), "$1");
    return new SQLException(moved, e);
  }

  /**
   * A statement of ours failed: says what was found in which catalogue. The statement's name is
   * nothing to the user, and in the cause, which {@code --debug} shows.
   *
   * @param catalogue its file, empty for one in memory
   */
  static PhotocatException of(String statementName, String catalogue, SQLException e) {
    if (isInterrupt(e)) {
      // The statement's name, and that of its folder, say nothing to the user.
      return PhotocatException.of(ExitStatus.INTERRUPTED, "the work was stopped", e);
    }
    return known(e).orElseGet(() -> ofOurs(statementName, catalogue, e));
  }

  private static PhotocatException ofOurs(String statementName, String catalogue, SQLException e) {
    CatalogFault fault = CatalogFault.of(text(e));
    String which = catalogue.isEmpty() ? "the catalogue" : "catalogue " + catalogue;
    return PhotocatException.of(
            ExitStatus.FAILED,
            "cannot use %s: %s".formatted(which, fault.found()),
            new SQLException(statementName + ": " + text(e), e))
        .withHint(fault.remedy());
  }

  /** A statement of the user's failed: DuckDB's own words, which name the place. */
  static PhotocatException ofUserStatement(SQLException e) {
    if (text(e).endsWith("Java heap space")) {
      // The driver makes an SQLException of what the JVM throws inside it.
      return Shortage.ofMemory(e);
    }
    return known(e)
        .orElseGet(
            () ->
                PhotocatException.of(
                    isInterrupt(e) ? ExitStatus.INTERRUPTED : ExitStatus.FAILED, text(e), e));
  }

  /** What has nothing to do with the statement, whosever it is. */
  private static Optional<PhotocatException> known(SQLException e) {
    if (READ_ONLY.matcher(text(e)).find()) {
      return Optional.of(ofReadOnly(e));
    }
    if (text(e).startsWith(FATAL)) {
      return Optional.of(givenUp(e));
    }
    Matcher full = FULL.matcher(text(e));
    if (full.find()) {
      return Optional.of(
          PhotocatException.of(
                  ExitStatus.FAILED,
                  "cannot write %s: no space left on its disk".formatted(full.group(1)),
                  e)
              .withHint("free the disk and run the command again"));
    }
    return Optional.empty();
  }

  /**
   * Returns the database that was to be changed in a transaction that only reads, if that is it.
   */
  static Optional<String> databaseThatIsOnlyRead(SQLException e) {
    Matcher refused = ONLY_READ.matcher(text(e));
    return refused.find() ? Optional.of(refused.group(1)) : Optional.empty();
  }

  /** Something was to be changed that was opened for reading; DuckDB says it in two ways. */
  static PhotocatException ofReadOnly(@Nullable SQLException e) {
    boolean isOfFile = e != null && text(e).contains("attached in read-only mode");
    PhotocatException failure =
        e == null
            ? PhotocatException.of(ExitStatus.FAILED, READ_ONLY_MESSAGE)
            : PhotocatException.of(ExitStatus.FAILED, READ_ONLY_MESSAGE, e);
    return failure.withHint(
        isOfFile
            ? "leave out --read-only, or copy it to where you may write"
            : "leave out --read-only");
  }

  /** Tells whether {@code failure} is that of {@link #ofReadOnly}. */
  public static boolean isOfReadOnly(PhotocatException failure) {
    return failure.message().equals(READ_ONLY_MESSAGE);
  }

  /** After such an error every statement fails until the file is opened again. */
  private static PhotocatException givenUp(SQLException e) {
    String text = text(e);
    String found =
        text.contains("No space left on device")
            ? "its disk was full"
            : text.substring(FATAL.length()).strip().lines().findFirst().orElse("");
    return PhotocatException.of(
            ExitStatus.CATALOG, "DuckDB has given up the open catalogue: %s".formatted(found), e)
        .withHint("start photocat again; everything that was committed is kept");
  }

  /** Tells whether a statement failed because a disk was full. */
  static boolean isOfFullDisk(Throwable failure) {
    return String.valueOf(failure.getMessage()).contains("no space left on its disk");
  }

  private static boolean isInterrupt(SQLException e) {
    return text(e).startsWith("INTERRUPT Error");
  }
}
