package photocat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One line a record, the trace of an exception below: {@code 2026-01-02T03:04:05Z INFO x.Y: text}.
 */
final class LogLine extends Formatter {
  private static final Pattern START =
      Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:[\\d:.]+Z [A-Z]+ \\S+: ");

  private static final int LONGEST_START_BYTES = 300;

  /** Tells whether {@code file} begins with such a line, or is empty. */
  static boolean isFirstOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String start = new String(in.readNBytes(LONGEST_START_BYTES), StandardCharsets.UTF_8);
      return start.isEmpty() || START.matcher(start).lookingAt();
    }
  }

  @Override
  public String format(LogRecord entry) {
    StringWriter text = new StringWriter();
    PrintWriter line = new PrintWriter(text);
    line.print(entry.getInstant().truncatedTo(ChronoUnit.MILLIS));
    line.print(' ');
    line.print(entry.getLevel().getName());
    line.print(' ');
    line.print(entry.getLoggerName());
    line.print(": ");
    line.println(formatMessage(entry));
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(line);
    }
    return text.toString();
  }
}
