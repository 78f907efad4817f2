package photocat.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.TestManifest;
import photocat.store.Unreadable;

/** Photos in a folder that others use too, and that is not always as photocat left it. */
final class SharedFolderTest extends DownloadFixture {
  private static final String LINK = "is a link, and photocat follows none below the root";

  private Path root;

  @BeforeEach
  void prepare() {
    root = folder.resolve("photos/m");
    manifest(8);
  }

  @Test
  void twoCataloguesFillItAtTheSameTime() throws Exception {
    CountDownLatch bothAreUnderWay = new CountDownLatch(2);
    server.onAny(
        (out, stage) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + PHOTO.length + "\r\n\r\n").getBytes(UTF_8));
          out.write(PHOTO, 0, 100);
          out.flush();
          bothAreUnderWay.await(20, TimeUnit.SECONDS);
          out.write(PHOTO, 100, PHOTO.length - 100);
          out.flush();
          return true;
        });
    interrupted("dead");
    try (CommandRunner other = new CommandRunner(folder)) {
      TestManifest.add(other::rows, 1, "m", 8);
      CompletableFuture<Integer> theirs =
          CompletableFuture.supplyAsync(
              () -> {
                bothAreUnderWay.countDown();
                return other.run("download", "start", "m", "--allow-private-hosts", base());
              });
      bothAreUnderWay.countDown();

      int ours = start();

      assertThat(ours).isZero();
      assertThat(theirs.get(30, TimeUnit.SECONDS)).isZero();
      assertThat(other.run("verify", "m")).isZero();
    }
    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(files()).hasSize(9).allMatch(name -> name.endsWith("_large.jpg"));
  }

  /** As a snapshot is that was made while the original downloads. */
  @Test
  void aCopyOfTheCatalogueLeavesTheRunOfTheOriginalAlone() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch copyIsDone = new CountDownLatch(1);
    byte[] large = SamplePhotos.jpeg(2, 2_000, 1_500);
    AtomicInteger answers = new AtomicInteger();
    server.onAny(
        (out, stage) -> {
          if (answers.incrementAndGet() > 1) {
            return PhotoServer.ok(PHOTO).send(out, stage);
          }
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + large.length + "\r\n\r\n").getBytes(UTF_8));
          out.write(large, 0, large.length - 100);
          out.flush();
          underWay.countDown();
          copyIsDone.await(20, TimeUnit.SECONDS);
          out.write(large, large.length - 100, 100);
          out.flush();
          return true;
        });
    CompletableFuture<Integer> ours =
        CompletableFuture.supplyAsync(() -> start("--max-connections", "1"));
    assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
    while (!Files.exists(root) || files().stream().noneMatch(name -> name.endsWith(".part"))) {
      Thread.onSpinWait();
    }
    String mark = photocat.rows("SELECT mark FROM download_marks").get(0);

    try (CommandRunner copy = new CommandRunner(folder)) {
      TestManifest.add(copy::rows, 1, "m", 8);
      copy.rows("INSERT INTO download_marks VALUES ('%s', '%s', 1)".formatted(mark, root));
      int theirs = copy.run("download", "start", "m", "--allow-private-hosts", base());

      assertThat(theirs).isZero();
      assertThat(copy.rows("FROM download_marks")).isEmpty();
    } finally {
      copyIsDone.countDown();
    }

    assertThat(ours.get(30, TimeUnit.SECONDS)).as(photocat.said()).isZero();
    assertThat(photocat.rows("SELECT DISTINCT attempts FROM downloads")).containsExactly("1");
    assertThat(photocat.run("verify", "m")).isZero();
  }

  /** Links that somebody put where photocat writes, or where it used to. */
  @Test
  void nothingIsWrittenThroughALink() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
    Files.createDirectories(root.resolve("name_0"));
    for (String name :
        List.of(".photocat.part", "name_0/2_large.jpg.part", "name_0/2_large.jpg", "name_1")) {
      Files.createSymbolicLink(root.resolve(name), precious);
    }

    start();

    assertThat(precious).hasContent("precious");
    assertThat(root.resolve("name_0/2_large.jpg")).isRegularFile().hasBinaryContent(PHOTO);
  }

  @Test
  void folderThatBecomesALinkMeanwhileLeadsNoPhotoOut() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    AtomicInteger answers = new AtomicInteger();
    server.onAny(
        (out, stage) -> {
          if (answers.incrementAndGet() == 3) {
            Files.createDirectories(root.resolve("name_0"));
            Files.move(root.resolve("name_0"), folder.resolve("moved"));
            Files.createSymbolicLink(root.resolve("name_0"), outside);
          }
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    int exitCode = start("--connections", "1");

    assertThat(exitCode).isEqualTo(3);
    assertThat(photocat.said())
        .containsOnlyOnce("cannot store name_0/")
        .contains(": its folder " + LINK + "; 'download start' tries again");
    assertThat(outside).isEmptyDirectory();
    assertThat(photocat.rows("SELECT DISTINCT reason FROM downloads WHERE state = 'retry'"))
        .containsExactly("store_failed");
    assertThat(photocat.rows("FROM download_marks")).isEmpty();
    Files.delete(root.resolve("name_0"));
    assertThat(photocat.run("verify", "m")).isEqualTo(3);
    assertThat(start()).isZero();
    assertThat(photocat.run("verify", "m")).isZero();
  }

  @Test
  void linkedFolderOfTheManifestIsToldAndNotFollowed() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("name_0"), disk);

    assertThat(start()).isEqualTo(3);
    assertThat(photocat.said()).containsOnlyOnce(": its folder " + LINK);
    assertThat(disk).isEmptyDirectory();
    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(photocat.said())
        .contains("passed over what cannot be read: name_0 (it " + LINK + ")");
  }

  @Test
  void planNamesOnceWhatItCannotReadAsVerifyDoes() throws IOException {
    assertThat(start()).isZero();
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.createSymbolicLink(root.resolve("not ours"), disk);
    photocat.done("verify", "m");
    String passedOver = "passed over what cannot be read: not ours (it %s)".formatted(LINK);
    assertThat(photocat.said()).containsOnlyOnce(passedOver);

    assertThat(start("--dry-run")).isZero();
    assertThat(photocat.said()).containsOnlyOnce(passedOver).doesNotContain("cannot read n");

    assertThat(start("--root", "new", "--dry-run")).isZero();
    assertThat(photocat.said()).doesNotContain("cannot be read");
    Files.move(root.resolve("name_0"), folder.resolve("moved"));
    Files.createSymbolicLink(root.resolve("name_0"), folder.resolve("moved"));
    photocat.rows("DELETE FROM download_events WHERE state = 'done'");
    assertThat(start("--dry-run")).isZero();
    assertThat(photocat.said())
        .containsOnlyOnce(passedOver)
        .containsOnlyOnce(
            "warning: cannot read name_0 (it %s); all photos there count as to be fetched"
                .formatted(LINK));
  }

  @Test
  void rootMayBeALinkToAFolder() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.createDirectory(folder.resolve("photos"));
    Files.createSymbolicLink(root, disk);

    assertThat(start()).isZero();
    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(disk.resolve("name_0/2_large.jpg")).hasBinaryContent(PHOTO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost+found", ".Trashes", "@eaDir", "System Volume Information"})
  void foldersOfOthersThatMayNotBeReadAreInNobodysWay(String name) throws IOException {
    assertThat(start()).isZero();
    try (Unreadable closed = Unreadable.folder(root.resolve(name))) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");

      assertThat(photocat.run("verify", "m")).isZero();
      assertThat(photocat.said())
          .isEqualTo(
              "passed over what cannot be read: %s (permission denied)\nm: 9 files in %s, all whole and as fetched"
                  .formatted(name, root));
      interrupted("dead");
      assertThat(start()).isZero();
      assertThat(photocat.said()).doesNotContain(name);
      assertThat(start("--root", "elsewhere")).isZero();
      assertThat(photocat.run("download", "rebuild", "m")).isZero();
    }
  }

  /** As a link, which nobody follows, and shut, for those whom that keeps out. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void folderOfTheManifestThatCannotBeReadIsAFailureAndNothingMissing(boolean isLink)
      throws IOException {
    assertThat(start()).isZero();
    Path taxon = root.resolve("name_0");
    Files.move(taxon, folder.resolve("moved"));
    String reason = isLink ? "it " + LINK : "permission denied";
    String ofFile = isLink ? "its folder " + LINK : reason;
    if (isLink) {
      Files.createSymbolicLink(taxon, folder.resolve("moved"));
    } else {
      Files.move(folder.resolve("moved"), taxon);
    }
    try (Unreadable closed =
        Unreadable.of(isLink ? Files.createFile(folder.resolve("x")) : taxon)) {
      assumeTrue(isLink || closed.isShut(), "root reads whatever it likes");

      int exitCode = photocat.run("verify", "m");

      assertThat(exitCode).isEqualTo(3);
      assertThat(photocat.said())
          .isEqualTo(
              """
              warning: cannot read name_0 (%s)
              warning: m: 9 files in %s, wrong: 5 unreadable; 'run checks manifest=m' lists them"""
                  .formatted(reason, root));
      assertThat(photocat.rows(STATES)).containsExactly("done|null|9");
      assertThat(photocat.run("verify", "m", "--sizes-only")).isEqualTo(3);
      assertThat(start()).isZero();
      assertThat(photocat.rows("SELECT verdict, count(*) FROM photo_checks GROUP BY ALL"))
          .containsExactly("unreadable|5");

      interrupted("dead");
      assertThat(start()).isZero();
      assertThat(photocat.said())
          .contains("5 files of the interrupted run could not be checked: name_0/")
          .contains("_large.jpg (" + ofFile + ") and 2 more; 'verify' does once they can be read")
          .contains("half written may still be there: name_0 (" + reason + ")");
      assertThat(photocat.rows(STATES)).containsExactly("done|null|9");
      assertThat(server.requests()).hasSize(8);

      photocat.rows("DELETE FROM download_events");
      assertThat(photocat.run("download", "rebuild", "m")).isEqualTo(3);
      assertThat(photocat.said())
          .contains("6 files could not be read: name_0/1_large.jpg, name_0/2_large.jpg, ")
          .contains("_large.jpg (" + ofFile + ") and ");
    }
  }

  @Test
  void fileThatCannotBeReadIsNotFetchedAgain() throws IOException {
    assertThat(start()).isZero();
    try (Unreadable closed = Unreadable.of(root.resolve("name_0/2_large.jpg"))) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");

      assertThat(photocat.run("verify", "m")).isEqualTo(3);
      assertThat(photocat.said())
          .contains("cannot read name_0/2_large.jpg (permission denied)")
          .contains("wrong: 1 unreadable;");
      assertThat(start()).isZero();
    }
    assertThat(server.requests()).hasSize(8);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".DS_Store", "Thumbs.db", "desktop.ini", "holiday.jpg", "lost+found/"})
  void rootWithoutOneOfItsPhotosIsNotThere(String foreign) throws IOException {
    assertThat(start()).isZero();
    Files.move(root, folder.resolve("moved"));
    Files.createDirectories(root.resolve(foreign.endsWith("/") ? foreign : ""));
    if (!foreign.isEmpty() && !foreign.endsWith("/")) {
      put("photos/m/" + foreign);
    }

    for (int exitCode : List.of(start(), start("--dry-run"))) {
      assertThat(exitCode).isEqualTo(1);
      assertThat(photocat.said())
          .isEqualTo(
              """
              error: cannot download m: 9 files should be in %s, and %s is there
              hint: mount what is missing or name another --root; if they are gone, 'verify m' has them fetched again"""
                  .formatted(root, foreign.isEmpty() ? "nothing" : "none of them"));
    }
    assertThat(photocat.run("verify", "m", "--root", root.toString())).isEqualTo(1);
    assertThat(photocat.said()).contains("none of its 9 files is there");
    assertThat(photocat.rows(STATES)).containsExactly("done|null|9");
    assertThat(photocat.run("verify", "m")).isEqualTo(3);
    assertThat(start()).isZero();
    assertThat(server.requests()).hasSize(16);
  }

  @Test
  void rootWithOneOfItsPhotosIsThere() throws IOException {
    assertThat(start()).isZero();
    for (String name : files()) {
      if (!name.equals("name_0/6_large.jpg")) {
        Files.delete(root.resolve(name));
      }
    }

    assertThat(start()).isZero();
  }

  /** A run that ended without a word a moment ago, with the mark {@code mark}. */
  private void interrupted(String mark) {
    photocat.rows("UPDATE download_runs SET finished_at = NULL, outcome = NULL");
    photocat.rows("INSERT INTO download_marks VALUES ('%s', '%s', 1)".formatted(mark, root));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }
}
