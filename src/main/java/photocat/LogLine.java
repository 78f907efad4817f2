package photocat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line a record, the trace of an exception below: {@code 2026-01-02T03:04:05Z INFO x.Y: text}.
 */
final class LogLine extends Formatter {
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
