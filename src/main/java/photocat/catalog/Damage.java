package photocat.catalog;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB's words say of a damaged catalogue. */
final class Damage {
  private static final Pattern LOG = Pattern.compile("Failure while replaying WAL file");
  private static final Pattern LOG_PLACE = Pattern.compile("at byte position (\\d{1,18})");
  private static final Pattern TOO_SHORT =
      Pattern.compile("Could not read enough bytes from file \"(.+)\": .* location (\\d{1,18})");
  private static final Pattern BLOCK =
      Pattern.compile("Corrupt database file|Data Corruption Error|not a valid checkpoint");

  private Damage() {}

  /** Returns what is wrong with the catalogue {@code file}, in a few words; empty if not that. */
  static Optional<String> in(String text, String file) {
    if (isOfLog(text)) {
      OptionalLong place = placeInLog(text);
      return Optional.of(
          "its log %s.wal is damaged%s"
              .formatted(file, place.isPresent() ? " at byte " + place.getAsLong() : ""));
    }
    Matcher tooShort = TOO_SHORT.matcher(text);
    if (tooShort.find()) {
      // A table of the user's, such as a Parquet file, may be cut too.
      return tooShort.group(1).equals(file)
          ? Optional.of("it is damaged: it ends before byte " + tooShort.group(2))
          : Optional.empty();
    }
    return BLOCK.matcher(text).find()
        ? Optional.of("it is damaged: " + text.lines().findFirst().orElse(""))
        : Optional.empty();
  }

  /** Tells whether it is the log that cannot be read, not the catalogue. */
  static boolean isOfLog(String text) {
    return LOG.matcher(text).find();
  }

  /** Returns where in the log the first entry is that cannot be read. */
  static OptionalLong placeInLog(String text) {
    Matcher place = LOG_PLACE.matcher(text);
    return isOfLog(text) && place.find()
        ? OptionalLong.of(Long.parseLong(place.group(1)))
        : OptionalLong.empty();
  }
}
