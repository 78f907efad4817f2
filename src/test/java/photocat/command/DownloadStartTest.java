package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.job.TestManifest;

/** What is refused before any server is asked. */
final class DownloadStartTest {
  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void open() {
    photocat = new CommandRunner(folder);
    TestManifest.add(photocat::rows, 1, "m", 1);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  void optionsOfDryRunsAndOfDownloadsDoNotMix() {
    assertThat(photocat.run("download", "start", "m", "--dry-run", "--json")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: --json says nothing with --dry-run\nhint: --mode json writes the plan as JSON");
    assertThat(photocat.run("download", "start", "m", "--at", "5MB/s")).isEqualTo(2);
    assertThat(photocat.said()).startsWith("error: --at says nothing without --dry-run\n");
  }

  @Test
  void folderThatIsALinkToNothingIsToldAsSuch() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, folder.resolve("nowhere"));

    assertThat(photocat.run("download", "start", "m", "--contact", "a@b.example", "--root", "link"))
        .isEqualTo(1);
    assertThat(photocat.said())
        .startsWith("error: cannot write photos to %s: it is a link to nothing\n".formatted(link));
  }
}
