package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.source.TestBundle;

/** Bundles into a catalogue in memory, which has no folder for work files beside it. */
final class IngestCommandTest {
  @TempDir private Path folder;

  @Test
  void leavesNoWorkFilesWhateverBecomesOfTheBundle() throws IOException {
    byte[] bundle = TestBundle.sixTables().tar();
    Files.write(folder.resolve("whole.tar"), bundle);
    Files.write(folder.resolve("cut.tar"), Arrays.copyOf(bundle, bundle.length / 2));
    Files.writeString(folder.resolve("list.csv"), "name\nApis mellifera\n");
    List<Path> before;
    try (CommandRunner photocat = new CommandRunner(folder)) {
      // The first catalogue of a JVM leaves something there for the next.
      photocat.rows("SELECT 1");
      before = temporary();
      assertThat(photocat.run("ingest", "inat-open-data", "--from", "cut.tar")).isEqualTo(1);
      assertThat(photocat.run("ingest", "inat-open-data", "--from", "ftp://a/b")).isEqualTo(2);
      assertThat(photocat.run("ingest", "inat-open-data", "--from", "whole.tar")).isZero();
      assertThat(photocat.run("collect", "list.csv", "--out", "out", "--from", "cut.tar"))
          .as("a bundle that is not read, since --contact is missing")
          .isEqualTo(2);
    }

    assertThat(temporary()).isEqualTo(before);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.sorted().toList();
    }
  }
}
