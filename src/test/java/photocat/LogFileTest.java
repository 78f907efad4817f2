package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir private Path folder;

  @Test
  void appendsALineForEachRecord() throws IOException {
    Path file = folder.resolve("photocat.log");
    LogFile log = new LogFile(file);

    log.publish(entry("before"));
    log.publish(entry("ingested 3 tables in 2 s"));

    assertThat(file)
        .hasContent(
            """
            2026-01-02T03:04:05Z INFO photocat.job.Ingest: before
            2026-01-02T03:04:05Z INFO photocat.job.Ingest: ingested 3 tables in 2 s
            """);
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
    Path file = folder.resolve("photocat.log");
    LogFile log = new LogFile(file);
    log.publish(entry("x".repeat((4 << 20) - 100)));
    long full = Files.size(file);

    log.publish(entry("one line more, which is too much for what is left of the file"));

    assertThat(file).content().endsWith(" is left of the file" + System.lineSeparator());
    assertThat(Files.size(file)).isLessThan(150);
    assertThat(folder.resolve("photocat.log.1")).hasSize(full);

    log.publish(entry("x".repeat(4 << 20)));
    assertThat(folder.resolve("photocat.log.1")).content().contains("one line more");
  }

  @Test
  void leavesWhatIsNoLogOfOursAsItIs() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes"), "2026-01-02 a day in the field\n");
    Path linked = Files.createSymbolicLink(folder.resolve("linked.log"), notes);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling.log"), folder.resolve("no"));
    Path inTheWay = Files.createDirectory(folder.resolve("folder.log"));

    for (Path file : List.of(notes, linked, dangling, inTheWay)) {
      new LogFile(file).publish(entry("lost"));
    }

    assertThat(notes).hasContent("2026-01-02 a day in the field\n");
    assertThat(folder.resolve("no")).doesNotExist();
    assertThat(inTheWay).isEmptyDirectory();
  }

  @Test
  void isNeverTheCatalogueNorTheOutput() throws IOException {
    Path output = Files.createFile(folder.resolve("output"));
    Path file = Files.createLink(folder.resolve("photocat.log"), output);

    new LogFile(file, folder.resolve("nothing"), output).publish(entry("lost"));

    assertThat(file).isEmptyFile();
  }

  @Test
  void doesNotReplaceWhatIsNoLogOfOursWhenFull() throws IOException {
    Path notes = Files.writeString(folder.resolve("photocat.log.1"), "mine");
    LogFile log = new LogFile(folder.resolve("photocat.log"));

    log.publish(entry("x".repeat(4 << 20)));
    log.publish(entry("lost"));

    assertThat(notes).hasContent("mine");
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
