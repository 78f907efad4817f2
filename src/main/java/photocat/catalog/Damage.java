package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB's words and a file's headers say of a damaged catalogue. */
final class Damage {
  /** What DuckDB puts behind the name of a database for what is committed during a checkpoint. */
  static final String SECOND_LOG = ".wal.checkpoint";

  private static final Pattern LOG =
      Pattern.compile(
          "Failure while replaying (?:checkpoint )?WAL file|WAL checkpoint marker must");
  private static final Pattern LOG_PLACE = Pattern.compile("at byte position (\\d{1,18})");
  private static final Pattern OF_ANOTHER = Pattern.compile("WAL does not match database file");
  private static final Pattern OF_ANOTHER_TIME =
      Pattern.compile("WAL checkpoint iteration does not match");
  private static final Pattern TOO_SHORT =
      Pattern.compile("Could not read enough bytes from file \"(.+)\": .* location (\\d{1,18})");
  private static final Pattern BLOCK =
      Pattern.compile("Corrupt database file|Data Corruption Error|not a valid checkpoint");

  private Damage() {}

  /** Returns what is wrong with the catalogue {@code file}, in a few words; empty if not that. */
  static Optional<String> in(String text, Path file) {
    if (isOfLog(text)) {
      String log = "its log " + file + (isOfSecondLog(text) ? SECOND_LOG : ".wal");
      OptionalLong place = placeInLog(text);
      if (OF_ANOTHER.matcher(text).find()) {
        return Optional.of(log + " is that of another catalogue");
      }
      if (OF_ANOTHER_TIME.matcher(text).find()) {
        return Optional.of(log + " is of it at another time");
      }
      return Optional.of(
          log + " is damaged" + (place.isPresent() ? " at byte " + place.getAsLong() : ""));
    }
    Matcher tooShort = TOO_SHORT.matcher(text);
    if (tooShort.find()) {
      // A table of the user's, such as a Parquet file, may be cut too.
      return isSame(Path.of(tooShort.group(1)), file)
          ? Optional.of("it is damaged: it ends before byte " + tooShort.group(2))
          : Optional.empty();
    }
    return BLOCK.matcher(text).find()
        ? Optional.of("it is damaged: a block of it is not as it was written")
        : Optional.empty();
  }

  /**
   * The same for a file that nobody in this process has open, so that its headers can be looked at.
   */
  static Optional<String> ofClosed(String text, Path file) {
    if (OF_ANOTHER.matcher(text).find() && isHeadingOfLogDamaged(file)) {
      return Optional.of("its log %s.wal is damaged at byte 0".formatted(file));
    }
    boolean isTold = isOfLog(text) || TOO_SHORT.matcher(text).find();
    return isTold ? in(text, file) : ofHeaders(file).or(() -> in(text, file));
  }

  private static boolean isHeadingOfLogDamaged(Path file) {
    try {
      Path real = file.toRealPath();
      LogHeading whole = DatabaseHeaders.of(real).logHeading();
      return DatabaseLog.damagedHeading(RescueCopy.logOf(real), whole).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns which header of the file is damaged, in words; DuckDB may not even know the file. */
  private static Optional<String> ofHeaders(Path file) {
    try {
      DatabaseHeaders headers = DatabaseHeaders.of(file);
      return headers.areOfDatabase() && headers.damaged() >= 0
          ? Optional.of(
              "it is damaged: its header at byte "
                  + headers.damaged() * (long) DatabaseHeader.BYTES)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tells whether it is the log that cannot be read, not the catalogue. */
  static boolean isOfLog(String text) {
    return LOG.matcher(text).find();
  }

  /** Tells whether it is the log of what was committed during a checkpoint. */
  static boolean isOfSecondLog(String text) {
    return isOfLog(text) && text.contains(SECOND_LOG + "\"");
  }

  /** Returns where in the log the first entry is that cannot be read. */
  static OptionalLong placeInLog(String text) {
    Matcher place = LOG_PLACE.matcher(text);
    return isOfLog(text) && place.find()
        ? OptionalLong.of(Long.parseLong(place.group(1)))
        : OptionalLong.empty();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return one.equals(other) || Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
