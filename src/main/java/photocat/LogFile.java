package photocat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import photocat.file.OwnFiles;

/**
 * Appends log records to a file, which is made by the first of them. A file that has grown full
 * becomes {@code photocat.log.1}, in place of the one before. Where nothing can be written the log
 * is left out: it is no reason to stop. So it is where something of that name is there that is no
 * log of ours, such as a link, or what the user has sent our output to. Thread-safe.
 *
 * <p>The JDK's own handler would put a lock file beside the log, and a number behind the name of
 * the newest file.
 */
final class LogFile extends Handler {
  private static final long FULL_BYTES = 4 << 20;

  private final Path file;
  private final List<Path> others;
  private boolean broken;

  /**
   * A log in {@code file}, whose folder need not exist yet.
   *
   * @param others files that it must not be, not even under another name
   */
  LogFile(Path file, Path... others) {
    this.file = file;
    this.others = List.of(others);
    setFormatter(new LogLine());
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (broken || !isLoggable(entry)) {
      return;
    }
    byte[] line = getFormatter().format(entry).getBytes(StandardCharsets.UTF_8);
    try {
      requireOurs(file);
      if (Files.exists(file) && Files.size(file) + line.length > FULL_BYTES) {
        Path before = file.resolveSibling(file.getFileName() + ".1");
        requireOurs(before);
        OwnFiles.replace(before, file);
      }
      try (SeekableByteChannel end = OwnFiles.append(file)) {
        end.write(ByteBuffer.wrap(line));
      }
    } catch (IOException e) {
      broken = true;
    }
  }

  private void requireOurs(Path place) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        && (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
            || isOther(place)
            || !LogLine.isFirstOf(place))) {
      throw new FileAlreadyExistsException(place.toString());
    }
  }

  /** To open the catalogue would drop DuckDB's lock on it, so that is not looked into. */
  private boolean isOther(Path place) throws IOException {
    for (Path other : others) {
      if (Files.exists(other) && Files.isSameFile(place, other)) {
        return true;
      }
    }
    return false;
  }

  /** Does nothing: each record is written at once. */
  @Override
  public void flush() {}

  /** Does nothing: the file is open only while a record is written. */
  @Override
  public void close() {}
}
