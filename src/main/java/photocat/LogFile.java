package photocat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Appends log records to a file, which is made by the first of them. A file that has grown full
 * becomes {@code photocat.log.1}, in place of the one before. Where nothing can be written the log
 * is left out: it is no reason to stop. Thread-safe.
 *
 * <p>The JDK's own handler would put a lock file beside the log, and a number behind the name of
 * the newest file.
 */
final class LogFile extends Handler {
  private static final long FULL_BYTES = 4 << 20;

  private final Path file;
  private boolean broken;

  /** A log in {@code file}, whose folder need not exist yet. */
  LogFile(Path file) {
    this.file = file;
    setFormatter(new LogLine());
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (broken || !isLoggable(entry)) {
      return;
    }
    byte[] line = getFormatter().format(entry).getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && Files.size(file) + line.length > FULL_BYTES) {
        Path before = file.resolveSibling(file.getFileName() + ".1");
        Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Does nothing: each record is written at once. */
  @Override
  public void flush() {}

  /** Does nothing: the file is open only while a record is written. */
  @Override
  public void close() {}
}
