package photocat.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.fetch.PhotoServer;
import photocat.job.TestManifest;

final class VerifyCommandTest extends DownloadFixture {
  private static final String CHECKS =
      "SELECT verdict, file_id, file_name, size_bytes FROM photo_checks ORDER BY ALL";

  private Path root;

  @BeforeEach
  void download() {
    root = folder.resolve("photos/m");
    manifest(8);
    assertThat(start()).isZero();
  }

  @Test
  void saysThatAllIsWell() {
    photocat.done("verify", "m");

    assertThat(photocat.said()).isEqualTo("m: 9 files in " + root + ", all whole and as fetched");
    assertThat(photocat.rows(CHECKS)).isEmpty();
  }

  @Test
  void findsWhatIsAmissAndTheNextStartRepairsIt() throws IOException {
    byte[] flipped = PHOTO.clone();
    flipped[PHOTO.length / 2] ^= 1;
    byte[] longer = Arrays.copyOf(PHOTO, PHOTO.length + 10);
    Files.delete(root.resolve("name_0/2_large.jpg"));
    Files.write(root.resolve("name_0/4_large.jpg"), Arrays.copyOf(PHOTO, PHOTO.length - 2));
    replace(root.resolve("name_0/6_large.jpg"), flipped);
    replace(root.resolve("name_0/8_large.jpg"), longer);
    replace(root.resolve("name_1/3_large.jpg"), "<html>".getBytes(UTF_8));
    Files.writeString(root.resolve("name_1/stray.jpg"), "stray");
    Files.writeString(root.resolve("name_1/license_manifest.csv"), "not extra");

    int exitCode = photocat.run("verify", "m");
    String told = photocat.said();
    List<String> checks = photocat.rows(CHECKS);
    List<String> found = photocat.done("run", "checks").data();
    assertThat(start("--replace-foreign")).isZero();
    List<String> mended = photocat.done("run", "qa").data();
    List<String> left = photocat.rows(CHECKS);
    photocat.run("verify", "m");

    assertThat(exitCode).isEqualTo(3);
    assertThat(told)
        .isEqualTo(
            "warning: m: 9 files in %s, wrong: 1 extra, 1 missing, 1 not_image, 1 truncated, 1 wrong_hash, 1 wrong_size; 'run checks manifest=m' lists them"
                .formatted(root));
    assertThat(checks)
        .containsExactly(
            "extra|null|name_1/stray.jpg|5",
            "missing|2|name_0/2_large.jpg|null",
            "not_image|7|name_1/3_large.jpg|6",
            "truncated|3|name_0/4_large.jpg|" + (PHOTO.length - 2),
            "wrong_hash|4|name_0/6_large.jpg|" + PHOTO.length,
            "wrong_size|5|name_0/8_large.jpg|" + longer.length);
    assertThat(found)
        .contains(
            "wrong_size|name_0/8_large.jpg|Name 0|%d|%d|2026-11-20T12:00Z"
                .formatted(PHOTO.length, longer.length));
    assertThat(mended).containsExactly("k1|Name 1|name_1|4|4|0|1");
    assertThat(left).containsExactly("extra|null|name_1/stray.jpg|5");
    assertThat(server.requests()).hasSize(8 + 5);
    assertThat(photocat.rows(CHECKS)).containsExactly("extra|null|name_1/stray.jpg|5");
    assertThat(root.resolve("name_0/6_large.jpg")).hasBinaryContent(PHOTO);
  }

  /** Stopped when its files have been listed, and compared, but no finding was kept. */
  @ParameterizedTest
  @ValueSource(strings = {"verify m", "verify m --sizes-only"})
  void stoppedVerifyKeepsWhatTheOneBeforeHasFound(String command) throws IOException {
    Files.delete(root.resolve("name_0/2_large.jpg"));
    photocat.run("verify", "m");
    List<String> before = photocat.rows("FROM photo_checks ORDER BY ALL");
    List<String> states = photocat.rows(STATES);
    Files.delete(root.resolve("name_0/4_large.jpg"));

    int exitCode = photocat.runStopped(command.split(" "));

    assertThat(exitCode).isEqualTo(130);
    assertThat(photocat.said()).isEqualTo("error: verifying m was stopped");
    assertThat(photocat.rows("FROM photo_checks ORDER BY ALL")).isEqualTo(before).hasSize(1);
    assertThat(photocat.rows(STATES)).isEqualTo(states);
    photocat.run("verify", "m");
    assertThat(photocat.rows(CHECKS)).containsExactly("missing|3|name_0/4_large.jpg|null");
  }

  /** Nothing is thrown away for a photo that cannot be had again, and nothing is hushed up. */
  @Test
  void brokenFileIsAFindingUntilItIsReplacedOrRemoved() throws IOException {
    Path broken = root.resolve("name_0/4_large.jpg");
    byte[] half = Arrays.copyOf(PHOTO, PHOTO.length / 2);
    replace(broken, half);
    server.on("/photos/4/large.jpg", PhotoServer.status(404));
    photocat.run("verify", "m");
    int again = photocat.run("verify", "m");
    assertThat(start()).isEqualTo(3);

    int exitCode = photocat.run("verify", "m");

    assertThat(List.of(again, exitCode)).containsExactly(3, 3);
    assertThat(photocat.said()).contains("wrong: 1 truncated;");
    assertThat(broken).hasBinaryContent(half);
    assertThat(photocat.rows("SELECT state FROM downloads WHERE file_id = 3"))
        .containsExactly("gone");
    Files.delete(broken);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  @Test
  void filesOfAnotherManifestUnderTheSameRootAreNotExtra() {
    TestManifest.add(photocat::rows, 2, "n", 12);
    photocat.run("download", "start", "n", "--root", "photos/m", "--allow-private-hosts", base());

    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(photocat.run("verify", "n")).isZero();
  }

  @Test
  void needsADownload() {
    TestManifest.add(photocat::rows, 2, "n", 1);

    assertThat(photocat.run("verify", "n")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot verify n: it was never downloaded\nhint: run 'download start n' first");
    assertThat(photocat.run("verify", "nosuch")).isEqualTo(1);
  }

  @Test
  void folderThatIsGoneMeansThatAllIsMissing() throws IOException {
    Files.move(root, folder.resolve("moved"));

    int exitCode = photocat.run("verify", "m");

    assertThat(exitCode).isEqualTo(3);
    assertThat(photocat.said()).contains("wrong: 9 missing;");
    assertThat(root).doesNotExist();
  }

  @Test
  void folderThatIsNamedMustBeThere() {
    int exitCode = photocat.run("verify", "m", "--root", "nowhere");

    assertThat(exitCode).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot verify m in %s: nothing is there\nhint: name the place of its photos with --root"
                .formatted(folder.resolve("nowhere")));
    assertThat(photocat.rows("SELECT DISTINCT state FROM downloads")).containsExactly("done");
  }

  @Test
  void saysHowManyPhotosAreNotThereToBeVerified() throws IOException {
    Files.delete(root.resolve("name_0/2_large.jpg"));
    photocat.run("verify", "m");

    int exitCode = photocat.run("verify", "m");

    assertThat(exitCode).isZero();
    assertThat(photocat.said())
        .isEqualTo(
            "m: 8 files in %s, all whole and as fetched\n1 of 9 photos not downloaded; 'run missing manifest=m' lists them"
                .formatted(root));
  }
}
