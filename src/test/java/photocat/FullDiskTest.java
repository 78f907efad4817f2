package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;

/** Processes that fill a disk while they download, until somebody makes room. */
@EnabledIf(value = "photocat.SmallDisk#canBeMade", disabledReason = SmallDisk.NONE)
final class FullDiskTest {
  private static final int PHOTOS = 40;
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 900, 600);

  @TempDir private Path folder;

  /**
   * To its last byte: here a write fails, where as a rule the reserve stops the download before.
   */
  @Test
  void photosWaitForRoomAndThenAllAreThere() throws Exception {
    DownloadHome home = DownloadHome.in(folder, PHOTOS);
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")));
        PhotoServer server = new PhotoServer().onAny(PhotoServer.ok(PHOTO))) {
      disk.run("head -c 12M /dev/zero > ballast");
      disk.start(
          home.command(
              server, "SELECT 1", home.catalogue(), disk.folder(), "--set=store.min-free=1"));
      String said = disk.await("the disk of the photos has");
      disk.run("rm ballast");
      disk.await("the disk of the photos has room again");

      assertThat(disk.exit()).isEqualTo("ended 0");
      assertThat(said).contains("the download pauses until it has ");
      disk.run("cp -r . '%s'".formatted(home.photos()));
    }
    assertThat(home.files()).hasSize(PHOTOS + 1).allMatch(file -> file.endsWith("_large.jpg"));
    home.assertNothingHalfWritten(PHOTO);
    assertThat(home.rows("SELECT state, count(*) FROM downloads GROUP BY ALL"))
        .containsExactly("done|" + (PHOTOS + 1));
  }

  /** What is named is what the user has named, and not what it is called until it is whole. */
  @Test
  void aCopyThatDoesNotFitLeavesNothingAndNamesItsFile() throws Exception {
    DownloadHome home = DownloadHome.in(folder, PHOTOS);
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")))) {
      disk.run("head -c 30M /dev/zero > ballast 2> /dev/null; truncate -s -512K ballast");
      Path copy = disk.folder().resolve("copy.duckdb");

      disk.start(
          OtherJvm.photocat(
              "catalog", "copy", copy.toString(), "--catalog", home.catalogue().toString()));
      String said = disk.await("no space left");

      assertThat(disk.exit()).isEqualTo("ended 1");
      assertThat(said)
          .contains("error: cannot write %s: no space left on its disk".formatted(copy));
      disk.run("rm ballast; ls -A > files; cp files '%s'".formatted(folder));
      assertThat(folder.resolve("files")).hasContent("files");
    }
  }

  @Test
  void rowsWaitForRoomAndThenAllAreThere() throws Exception {
    DownloadHome home = DownloadHome.in(folder, PHOTOS);
    AtomicInteger answered = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(5);
    CountDownLatch full = new CountDownLatch(1);
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")));
        PhotoServer server = new PhotoServer()) {
      server.onAny(
          (out, stage) -> {
            begun.countDown();
            if (answered.incrementAndGet() > 5) {
              full.await(30, TimeUnit.SECONDS);
            }
            return PhotoServer.ok(PHOTO).send(out, stage);
          });
      disk.run("cp '%s' .".formatted(home.catalogue()));
      Path catalogue = disk.folder().resolve("photocat.duckdb");
      disk.start(home.command(server, "SELECT 1", catalogue, home.photos()));
      assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
      // All but the last half megabyte: less than the reserve.
      disk.run("head -c 30M /dev/zero > ballast 2> /dev/null; truncate -s -512K ballast");
      String said = disk.await("the disk of the catalogue has");
      full.countDown();
      disk.run("rm ballast");
      disk.await("the catalogue has room again: the download goes on");

      assertThat(disk.exit()).isEqualTo("ended 0");
      assertThat(said).contains("the download pauses until it has ");
      disk.run("cp photocat.duckdb '%s'".formatted(folder));
    }
    assertThat(home.files()).hasSize(PHOTOS + 1);
    home.assertNothingHalfWritten(PHOTO);
    assertThat(home.rows("SELECT state, count(*) FROM downloads GROUP BY ALL"))
        .containsExactly("done|" + (PHOTOS + 1));
  }
}
