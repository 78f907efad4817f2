package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.image.SamplePhotos;

/** States from files, after rows were lost. */
final class RebuildCommandTest extends DownloadFixture {
  private Path root;

  @BeforeEach
  void download() {
    root = folder.resolve("photos/m");
    manifest(8);
    assertThat(start()).isZero();
  }

  @Test
  void saysWhatCannotBeDoneWithoutAManifest() {
    assertThat(photocat.run("download", "rebuild", "nosuch")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot rebuild: no manifest nosuch\nhint: 'manifest list' names those there are");
  }

  @Test
  void restoresTheStatesOfALostCatalogue() throws IOException {
    forgetDownloads();
    Files.delete(root.resolve("name_0/2_large.jpg"));
    Files.write(root.resolve("name_0/4_large.jpg"), Arrays.copyOf(PHOTO, PHOTO.length - 2));

    photocat.done("download", "rebuild", "m");

    assertThat(photocat.said())
        .isEqualTo(
            "m: 7 of 9 files restored from %s; 0 known before, 2 not there or not whole\n'download start m' fetches what is missing"
                .formatted(root));
    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|7", "pending|null|2");
    assertThat(
            photocat.rows(
                "SELECT size_bytes, octet_length(sha256), format, width FROM downloads WHERE file_id IN (1, 4)"))
        .containsOnly(PHOTO.length + "|32|jpeg|60");
    assertThat(server.requests()).hasSize(8);
    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(start()).isZero();
    assertThat(server.requests()).hasSize(10);
  }

  /** Stopped as it asks which files are not known. */
  @Test
  void stoppedRebuildKeepsNothingThatLooksFinished() {
    forgetDownloads();
    List<String> runs = photocat.rows("FROM download_runs ORDER BY ALL");

    int exitCode = photocat.runStopped("download", "rebuild", "m");

    assertThat(exitCode).isEqualTo(130);
    assertThat(photocat.said())
        .isEqualTo("error: rebuilding m was stopped\nhint: 'download rebuild m' goes on");
    assertThat(photocat.rows("FROM download_runs ORDER BY ALL")).isEqualTo(runs);
    assertThat(photocat.rows("SELECT state FROM download_events WHERE state = 'adopted'"))
        .isEmpty();
    photocat.done("download", "rebuild", "m");
    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|9");
  }

  @Test
  void leavesAloneWhatIsKnownAndWhatIsNoLongerTheSame() throws IOException {
    photocat.rows("DELETE FROM download_events WHERE file_id = 3 AND state = 'done'");
    photocat.rows(
        """
        INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
        VALUES (1, 1, 4, 'failed', 1, now()), (1, 1, 5, 'gone', 1, now())
        """);
    byte[] other = SamplePhotos.jpeg(2, 60, 40);
    Files.write(root.resolve(photocat.rows(name(4)).get(0)), other);

    photocat.done("download", "rebuild", "m");

    assertThat(photocat.said())
        .startsWith(
            "m: 2 of 9 files restored from %s; 6 known before, 1 not there or not whole\n"
                .formatted(root));
    assertThat(photocat.rows(STATES))
        .containsExactly("adopted|null|2", "done|null|6", "failed|null|1");
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    forgetDownloads();

    assertThat(photocat.run("download", "rebuild", "m", "--root", "nowhere")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot rebuild m in %s: nothing is there\nhint: name the place of its photos with --root"
                .formatted(folder.resolve("nowhere")));
    assertThat(photocat.rows("FROM download_runs")).isEmpty();
  }

  private static String name(int file) {
    return "SELECT file_name FROM manifest_photos WHERE file_id = " + file;
  }

  private void forgetDownloads() {
    photocat.rows("DELETE FROM download_events");
    photocat.rows("DELETE FROM download_runs");
  }
}
