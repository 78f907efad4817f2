package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import photocat.job.ingest.FullDiskIngests;
import photocat.job.ingest.SourceFixture;

/** The contract of the sources, where the disk is full before all is in. */
@EnabledIf(value = "photocat.SmallDisk#canBeMade", disabledReason = SmallDisk.NONE)
final class SourceFullDiskTest {
  private static final String NO_ROOM =
      ": a work file cannot be written: No space left on device"
          + " / hint: make room on the disk of DISK/photocat\\.duckdb";

  @TempDir private Path folder;

  @Test
  void leavesTheSnapshotBeforeAndSaysWhichDiskIsFull() throws Exception {
    Path outcomes = folder.resolve("outcomes");
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")))) {
      disk.start(
          OtherJvm.command(
              List.of(),
              FullDiskIngests.class,
              disk.folder().toString(),
              Files.createDirectory(folder.resolve("inputs")).toString(),
              outcomes.toString()));
      assertThat(disk.exit()).isEqualTo("ended 0");
    }

    List<String> lines = Files.readAllLines(outcomes);
    for (SourceFixture source : SourceFixture.ALL) {
      if (source.cutsPieces()) {
        assertThat(outcome(lines, source, "pieces"))
            .matches("error: cannot read .*" + NO_ROOM + "\\.ingest");
      }
      assertThat(outcome(lines, source, "rows"))
          .matches("error: cannot write DISK/photocat\\.duckdb.*: no space left .* / hint: .*");
      if (source.takesAddresses()) {
        assertThat(outcome(lines, source, "copy"))
            .matches("error: cannot read .*http://.*" + NO_ROOM + "\\.ingest.*");
      }
    }
  }

  /** Returns what it said. */
  private static String outcome(List<String> lines, SourceFixture source, String noRoomFor) {
    String start = source.source() + "|" + noRoomFor + "|exit code 1|";
    String end = "|as before|[photocat.duckdb]";
    assertThat(lines)
        .filteredOn(line -> line.startsWith(start) && line.endsWith(end))
        .as("%s and %s of %s", start, end, lines)
        .hasSize(1);
    String line = lines.stream().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
    return line.substring(start.length(), line.length() - end.length());
  }
}
