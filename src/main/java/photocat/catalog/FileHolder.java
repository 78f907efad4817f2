package photocat.catalog;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that holds a catalogue, as DuckDB tells it.
 *
 * @param pid its number
 * @param program the file that it runs
 */
public record FileHolder(long pid, String program) {
  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in (.+?) \\(PID (\\d{1,18})\\)");

  static Optional<FileHolder> in(SQLException failure) {
    Matcher holder = HOLDER.matcher(SqlFailure.text(failure));
    return holder.find()
        ? Optional.of(new FileHolder(Long.parseLong(holder.group(2)), holder.group(1)))
        : Optional.empty();
  }
}
