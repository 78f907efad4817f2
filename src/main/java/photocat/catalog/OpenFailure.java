package photocat.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** Says why a catalogue could not be opened, and what to do. */
final class OpenFailure {
  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in (.+?) \\(PID (\\d+)\\)");

  private OpenFailure() {}

  static PhotocatException explain(Path file, SQLException e) {
    String found = SqlFailure.text(e);
    String lower = found.toLowerCase(Locale.ROOT);
    Matcher holder = HOLDER.matcher(found);
    if (holder.find()) {
      return failure(
              "cannot open catalogue %s: process %s (%s) holds it"
                  .formatted(file, holder.group(2), holder.group(1)),
              e)
          .withHint("wait until it ends, or close it; one process at a time can hold a catalogue");
    }
    if (lower.contains("could not set lock")) {
      return failure("cannot open catalogue %s: another process holds it".formatted(file), e)
          .withHint("close it; one process at a time can hold a catalogue");
    }
    if (lower.contains("newer version") || lower.contains("we can only read versions")) {
      return failure(
              "cannot open catalogue %s: it was made by a newer version of DuckDB".formatted(file),
              e)
          .withHint("update photocat");
    }
    if (lower.contains("not a valid duckdb database file")) {
      return failure("cannot open catalogue %s: it is not a DuckDB file".formatted(file), e)
          .withHint("choose another file with --catalog FILE");
    }
    return failure("cannot open catalogue %s: %s".formatted(file, firstLine(found)), e);
  }

  private static PhotocatException failure(String message, SQLException cause) {
    return PhotocatException.of(Kind.CATALOG, message, cause);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
