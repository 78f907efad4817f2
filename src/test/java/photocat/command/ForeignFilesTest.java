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

/** Files under the names of photos that are not the photos: they stay unless asked otherwise. */
final class ForeignFilesTest extends DownloadFixture {
  private static final byte[] NOTES = "my own notes".getBytes(UTF_8);

  private Path root;
  private Path second;
  private Path fourth;

  @BeforeEach
  void findPlaces() {
    root = folder.resolve("photos/m");
    second = root.resolve("name_0/2_large.jpg");
    fourth = root.resolve("name_0/4_large.jpg");
    manifest(4);
  }

  @Test
  void fileThatPhotocatDidNotWriteStaysAndIsTold() throws IOException {
    Files.createDirectories(second.getParent());
    Files.write(second, NOTES);

    int exitCode = start();
    String told = photocat.said();

    assertThat(exitCode).isEqualTo(3);
    assertThat(told)
        .contains(
            "warning: kept name_0/2_large.jpg, which is not the photo that belongs there: move such"
                + " files away, or have them replaced with --replace-foreign")
        .contains("1 retry (foreign_file)");
    assertThat(second).hasBinaryContent(NOTES);
    assertThat(server.requests()).hasSize(3);
    assertThat(start()).isEqualTo(3);
    assertThat(second).hasBinaryContent(NOTES);
    Files.move(second, root.resolve("mine.txt"));
    assertThat(start()).isZero();
    assertThat(second).hasBinaryContent(PHOTO);
    assertThat(root.resolve("mine.txt")).hasBinaryContent(NOTES);
  }

  @Test
  void isReplacedWhereThatIsAskedFor() throws IOException {
    Files.createDirectories(second.getParent());
    Files.write(second, NOTES);

    assertThat(start("--replace-foreign")).isZero();

    assertThat(second).hasBinaryContent(PHOTO);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  /** Another whole picture than the one whose hash is known: somebody edited it. */
  @Test
  void editedPhotoStaysThoughVerifyTellsOfIt() throws IOException {
    start();
    byte[] edited = PHOTO.clone();
    edited[PHOTO.length / 2] ^= 1;
    replace(second, edited);
    byte[] longer = Arrays.copyOf(PHOTO, PHOTO.length + 10);
    replace(fourth, longer);

    int verified = photocat.run("verify", "m");
    int started = start();
    List<String> states =
        photocat.rows("SELECT state, reason FROM downloads WHERE state <> 'done' ORDER BY ALL");

    assertThat(verified).isEqualTo(3);
    assertThat(started).isEqualTo(3);
    assertThat(states).containsExactly("retry|foreign_file", "retry|foreign_file");
    assertThat(second).hasBinaryContent(edited);
    assertThat(fourth).hasBinaryContent(longer);
    assertThat(photocat.run("verify", "m")).isEqualTo(3);
    assertThat(start("--replace-foreign")).isZero();
    assertThat(second).hasBinaryContent(PHOTO);
    assertThat(fourth).hasBinaryContent(PHOTO);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  /** Nobody but a crash leaves such files. */
  @Test
  void whatACrashLeavesIsReplacedUnasked() throws IOException {
    start();
    replace(second, new byte[PHOTO.length]);
    replace(fourth, Arrays.copyOf(PHOTO, PHOTO.length / 2));
    replace(root.resolve("name_1/3_large.jpg"), new byte[0]);
    photocat.run("verify", "m");

    assertThat(start()).isZero();

    assertThat(second).hasBinaryContent(PHOTO);
    assertThat(fourth).hasBinaryContent(PHOTO);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  /** The photo is there under one of its names, and something else under another. */
  @Test
  void staysUnderAFurtherNameToo() throws IOException {
    Path first = root.resolve("name_0/1_large.jpg");
    Path further = root.resolve("name_1/1_large.jpg");
    Files.createDirectories(first.getParent());
    Files.createDirectories(further.getParent());
    Files.write(first, PHOTO);
    Files.write(further, NOTES);

    assertThat(start()).isEqualTo(3);
    assertThat(further).hasBinaryContent(NOTES);
    assertThat(start("--replace-foreign")).isZero();
    assertThat(further).hasBinaryContent(PHOTO);
    assertThat(first).hasBinaryContent(PHOTO);
  }

  @Test
  void rebuildTakesThemForNoPhotos() throws IOException {
    start();
    replace(second, NOTES);
    photocat.rows("DELETE FROM download_events");
    photocat.rows("DELETE FROM download_sums");

    photocat.run("download", "rebuild", "m");

    assertThat(photocat.said()).contains("1 not there or not whole");
    assertThat(second).hasBinaryContent(NOTES);
  }
}
