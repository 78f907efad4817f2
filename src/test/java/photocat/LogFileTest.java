package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir private Path folder;

  @Test
  void appendsALineForEachRecord() throws IOException {
    Path file = Files.writeString(folder.resolve("photocat.log"), "before\n");

    new LogFile(file).publish(entry("ingested 3 tables in 2 s"));

    assertThat(file)
        .hasContent(
            "before\n2026-01-02T03:04:05Z INFO photocat.job.Ingest: ingested 3 tables in 2 s");
  }

  @Test
  void keepsTheTraceOfAFailure() {
    Path file = folder.resolve("photocat.log");
    LogRecord entry = entry("cannot go on");
    entry.setThrown(new IllegalStateException("broken"));

    new LogFile(file).publish(entry);

    assertThat(file).content().contains("IllegalStateException: broken").contains("\tat ");
  }

  @Test
  void leavesNoFileWhenNothingWasSaid() {
    new LogFile(folder.resolve("photocat.log")).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void startsAnewWhenFullAndKeepsTheFileBefore() throws IOException {
    Path file = Files.write(folder.resolve("photocat.log"), new byte[4 << 20]);

    new LogFile(file).publish(entry("one line more"));

    assertThat(file).content().endsWith("one line more" + System.lineSeparator());
    assertThat(Files.size(file)).isLessThan(100);
    assertThat(folder.resolve("photocat.log.1")).hasSize(4 << 20);
  }

  @Test
  void isLeftOutWhereNothingCanBeWritten() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not a folder");
    LogFile log = new LogFile(text.resolve("photocat.log"));

    log.publish(entry("lost"));
    log.publish(entry("lost too"));

    assertThat(text).hasContent("not a folder");
  }

  private static LogRecord entry(String message) {
    LogRecord entry = new LogRecord(Level.INFO, message);
    entry.setLoggerName("photocat.job.Ingest");
    entry.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    return entry;
  }
}
