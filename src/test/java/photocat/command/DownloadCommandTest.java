package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import photocat.fetch.PhotoServer;

final class DownloadCommandTest extends DownloadFixture {
  @Test
  void fetchesEachPhotoOnceAndKeepsARowForEachFile() throws IOException {
    manifest(20);

    int exitCode = start();

    assertThat(exitCode).isZero();
    assertThat(photocat.said())
        .startsWith("m: 21 of 21 files in " + folder.resolve("photos/m") + "; 20 photos fetched, ");
    assertThat(server.paths()).hasSize(20).contains("/photos/1/large.jpg", "/photos/20/large.jpg");
    assertThat(files("photos/m")).hasSize(21).contains("name_0/1_large.jpg", "name_1/1_large.jpg");
    assertThat(
            photocat.rows(
                """
                SELECT
                    state, http_status, size_bytes, octet_length(sha256), format, width, height, attempt, ttfb_ms <= total_ms
                FROM download_events
                WHERE file_id = 3 AND state = 'done'
                """))
        .containsExactly("done|200|" + PHOTO.length + "|32|jpeg|60|40|1|true");
    assertThat(photocat.rows("SELECT run_id, root, outcome FROM download_runs"))
        .containsExactly("1|" + folder.resolve("photos/m") + "|done");
  }

  @Test
  void secondStartAsksForNothing() {
    manifest(5);
    start();

    int exitCode = start();

    assertThat(exitCode).isZero();
    assertThat(photocat.said())
        .isEqualTo("m: 6 of 6 files in " + folder.resolve("photos/m") + "; nothing fetched");
    assertThat(server.requests()).hasSize(5);
    assertThat(photocat.rows("SELECT count(*) FROM download_events WHERE run_id = 2"))
        .containsExactly("0");
  }

  @Test
  void folderThatHasLostAllItsPhotosIsNotFilledAgainUnasked() throws IOException {
    manifest(3);
    start();
    for (String file : files("photos/m")) {
      Files.delete(folder.resolve("photos/m").resolve(file));
    }
    Files.delete(folder.resolve("photos/m/name_0"));
    Files.delete(folder.resolve("photos/m/name_1"));

    int empty = start();
    String toldOfEmpty = photocat.said();
    Files.delete(folder.resolve("photos/m"));
    int gone = start();
    int planned = start("--dry-run");
    int verified = photocat.run("verify", "m");
    int asked = start();

    assertThat(List.of(empty, gone, planned, verified, asked)).containsExactly(1, 1, 1, 3, 0);
    assertThat(toldOfEmpty)
        .isEqualTo(
            "error: cannot download m: 4 files should be in "
                + folder.resolve("photos/m")
                + ", and nothing is there\n"
                + "hint: mount what is missing or name another --root; if they are gone, 'verify"
                + " m' has them fetched again");
    assertThat(files("photos/m")).hasSize(4);
  }

  @Test
  void missingPhotosAreCountedByReasonAndLeftAloneUntilAskedAgain() {
    manifest(6);
    server.on("/photos/2/large.jpg", PhotoServer.status(404));
    server.on("/photos/3/large.jpg", PhotoServer.status(403), PhotoServer.ok(PHOTO));

    int first = start();
    String told = photocat.said();
    int again = start();
    int retried = photocat.run("download", "retry", "m", "--allow-private-hosts", base());

    assertThat(List.of(first, again, retried)).containsExactly(3, 3, 3);
    assertThat(told)
        .contains(
            "warning: 2 of 7 files not stored: 1 gone (http_404), 1 refused (http_403); 'run"
                + " failures manifest=m' lists them");
    assertThat(server.paths()).hasSize(8);
    assertThat(photocat.rows(STATES)).containsExactly("done|null|6", "gone|http_404|1");
    assertThat(photocat.rows("SELECT outcome FROM download_runs ORDER BY run_id"))
        .containsExactly("partial", "partial", "partial");
  }

  @Test
  void filesThatAreThereAreAdoptedUnderAllTheirNames() throws IOException {
    manifest(3);
    Path there = folder.resolve("elsewhere/name_0/1_large.jpg");
    Files.createDirectories(there.getParent());
    Files.write(there, PHOTO);

    int exitCode = start("--root", "elsewhere");

    assertThat(exitCode).isZero();
    assertThat(photocat.said()).endsWith(", 1 found there");
    assertThat(server.paths()).hasSize(2).doesNotContain("/photos/1/large.jpg");
    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|2", "done|null|2");
    assertThat(files("elsewhere")).hasSize(4);
  }

  @Test
  void taxaWithoutFoldersShareTheFileOfAPhoto() throws IOException {
    manifest(3);
    photocat.rows("UPDATE manifest_photos SET file_name = photo_id || '_large.jpg'");
    photocat.rows("UPDATE manifest_shared SET file_name = '1_large.jpg'");

    int exitCode = start();

    assertThat(exitCode).isZero();
    assertThat(files("photos/m"))
        .containsExactlyInAnyOrder("1_large.jpg", "2_large.jpg", "3_large.jpg");
    assertThat(photocat.rows(STATES)).containsExactly("done|null|4");
    assertThat(photocat.run("verify", "m")).isZero();
    assertThat(photocat.done("run", "duplicates").data()).hasSize(1);
    photocat.rows("DELETE FROM download_events");
    start();
    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|4");
    assertThat(server.paths()).hasSize(3);
  }

  @Test
  void lastRootIsKeptAndAnotherOneIsFilledAnew() throws IOException {
    manifest(3);
    start("--root", "one");
    start();
    int before = server.requests().size();

    start("--root", "two");

    assertThat(before).isEqualTo(3);
    assertThat(files("one")).hasSize(4);
    assertThat(files("two")).hasSize(4);
  }

  @Test
  void whatACrashTookOfItsLastMinutesIsFetchedAgain() throws IOException {
    manifest(6);
    start();
    photocat.rows("UPDATE download_runs SET finished_at = NULL, outcome = NULL");
    photocat.rows(
        "UPDATE download_events SET happened_at = happened_at - INTERVAL 6 MINUTE WHERE file_id ="
            + " 1");
    Path root = folder.resolve("photos/m");
    byte[] flipped = PHOTO.clone();
    flipped[PHOTO.length / 2] ^= 1;
    replace(root.resolve("name_0/1_large.jpg"), flipped);
    Files.delete(root.resolve("name_0/2_large.jpg"));
    replace(root.resolve("name_0/4_large.jpg"), new byte[PHOTO.length]);
    replace(root.resolve("name_0/6_large.jpg"), Arrays.copyOf(PHOTO, PHOTO.length / 2));
    replace(root.resolve("name_1/3_large.jpg"), new byte[0]);

    int exitCode = start();

    assertThat(exitCode).isZero();
    assertThat(photocat.said())
        .startsWith("warning: the interrupted run lost or damaged 4 files: asked for again\n");
    assertThat(server.paths().subList(6, server.paths().size()))
        .containsExactlyInAnyOrder(
            "/photos/2/large.jpg",
            "/photos/3/large.jpg",
            "/photos/4/large.jpg",
            "/photos/6/large.jpg");
    assertThat(
            photocat.rows(
                "SELECT reason FROM download_events WHERE run_id = 1 AND state = 'pending' ORDER BY"
                    + " file_id"))
        .containsExactly("missing", "not_image", "wrong_size", "wrong_size");
    assertThat(root.resolve("name_0/6_large.jpg")).hasBinaryContent(PHOTO);
    assertThat(photocat.rows("SELECT outcome FROM download_runs ORDER BY run_id"))
        .containsExactly("interrupted", "done");
  }

  @Test
  void dryRunTellsWhatWouldBeFetchedAndDoesNothing() throws IOException {
    manifest(20);

    int exitCode = start("--dry-run");
    List<String> guess = photocat.data();
    String told = photocat.said();
    List<String> runs = photocat.rows("FROM download_runs");
    boolean made = Files.exists(folder.resolve("photos"));
    photocat.done("download", "start", "m", "--dry-run", "--at", "2.5 MB/s");
    List<String> atSpeed = photocat.data();

    assertThat(exitCode).isZero();
    assertThat(guess.get(0))
        .startsWith("m|" + folder.resolve("photos/m") + "|21|0|20|5200000|null|null|")
        .endsWith("|true");
    assertThat(told)
        .isEqualTo(
            """
            the size of 20 photos is a guess: nothing was fetched from there yet
            no download yet to measure the speed of; name one with --at 20MB/s
            nothing was fetched or written\
            """);
    assertThat(atSpeed.get(0)).contains("|20|5200000|2500000|3|");
    assertThat(runs).isEmpty();
    assertThat(made).isFalse();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void dryRunReckonsWithWhatWasFetchedAndWithWhatIsThere() throws IOException {
    manifest(6);
    server.on("/photos/2/large.jpg", PhotoServer.status(500));
    server.on("/photos/3/large.jpg", PhotoServer.status(500));
    start();
    Path there = folder.resolve("photos/m/name_0/2_large.jpg");
    Files.write(there, PHOTO);
    int asked = server.requests().size();

    photocat.done("download", "start", "m", "--dry-run");

    assertThat(photocat.data().get(0))
        .startsWith("m|" + folder.resolve("photos/m") + "|2|1|1|" + PHOTO.length + "|")
        .doesNotContain("null");
    assertThat(photocat.said()).isEqualTo("nothing was fetched or written");
    assertThat(server.requests()).hasSize(asked);
    assertThat(photocat.run("download", "start", "m", "--dry-run", "--at", "fast")).isEqualTo(2);
  }

  @Test
  void programsReadALineASecondAndOneAtTheEnd() {
    manifest(6);
    server.on("/photos/2/large.jpg", PhotoServer.status(404));

    start("--json");

    List<String> lines = photocat.data();
    assertThat(lines)
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"at\":\"2026-11-20T12:00:00Z\",\"state\":\""))
        .allMatch(line -> line.endsWith("}") && !line.contains("\n"));
    assertThat(lines.get(lines.size() - 1))
        .contains(
            "\"state\":\"partial\"",
            "\"files\":7,\"stored\":6,\"missing\":1,\"active\":0,\"retrying\":0,\"waiting\":0,\"bytes\":"
                + 5 * PHOTO.length
                + ",");
  }

  @Test
  void runThatDiedIsClosedAndItsPartsAndNobodyElsesAreRemoved() throws IOException {
    manifest(3);
    Path root = folder.resolve("photos/m");
    photocat.rows(
        "INSERT INTO download_runs VALUES (1, 1, '%s', now(), NULL, NULL)".formatted(root));
    photocat.rows(
        """
        INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
        VALUES (1, 1, 1, 'active', 1, now())
        """);
    photocat.rows("INSERT INTO download_marks VALUES ('dead', '%s', 1)".formatted(root));
    List<String> others =
        List.of("name_0/2_large.jpg.part", "name_0/.photocat-live-1.part", "sub/film.mkv.part");
    for (String part : List.of("name_0/.photocat-dead-1.part", ".photocat-dead-2.part")) {
      put("photos/m/" + part);
    }
    for (String other : others) {
      put("photos/m/" + other);
    }

    start();

    assertThat(photocat.rows("SELECT outcome FROM download_runs ORDER BY run_id"))
        .containsExactly("interrupted", "done");
    assertThat(photocat.rows("SELECT state, reason FROM download_events WHERE run_id = 1"))
        .containsExactly("active|null", "pending|interrupted");
    assertThat(files("photos/m")).hasSize(4 + others.size()).containsAll(others);
    assertThat(photocat.rows("FROM download_marks")).isEmpty();
  }

  @Test
  void statusCountsByState() {
    manifest(4);
    server.on("/photos/2/large.jpg", PhotoServer.status(410));
    start();

    photocat.done("download", "status", "m");

    assertThat(photocat.data())
        .containsExactly(
            "m|done|4|80.0|" + 4 * PHOTO.length + "|2026-11-20T12:00Z",
            "m|gone|1|20.0|null|2026-11-20T12:00Z");
    assertThat(photocat.said())
        .isEqualTo(
            "run 1 into %s, begun at 2026-11-20T12:00:00Z, partial at 2026-11-20T12:00:00Z"
                .formatted(folder.resolve("photos/m")));
    assertThat(photocat.done("download", "status").data()).hasSize(2);
  }

  @Test
  void wrongUsageSaysWhatIsWrong() {
    manifest(1);

    assertThat(photocat.run("download", "start", "nosuch")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot download: no manifest nosuch\nhint: 'manifest list' names those there"
                + " are");
    assertThat(photocat.run("download", "start", "m", "--max-connections", "0")).isEqualTo(2);
    assertThat(photocat.said()).isEqualTo("error: --max-connections is 0, must be 1 to 512");
    assertThat(photocat.run("download", "start", "m", "--max-speed", "fast")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: --max-speed is fast, must be bytes a second such as 50MB/s, or unlimited");
    assertThat(photocat.run("download", "start", "m", "--contact", "ann")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo("error: --contact is ann, must be an e-mail address or a web address");
    assertThat(photocat.run("download", "start", "m", "--photo-base-url", "ftp://x")).isEqualTo(2);
    assertThat(photocat.run("download", "start", "..")).isEqualTo(2);
    assertThat(photocat.run("download", "start", "m", "--fsync", "often")).isEqualTo(2);
    assertThat(photocat.said()).isEqualTo("error: --fsync is often, must be none, batch or strict");
  }

  @Test
  void folderThatCannotBeWrittenIsToldBeforeAnythingElse() throws IOException {
    manifest(1);
    Files.writeString(folder.resolve("taken"), "a file");

    assertThat(start("--root", "taken")).isEqualTo(1);

    assertThat(photocat.said())
        .startsWith(
            "error: cannot write photos to %s: there is a file of that name\n"
                .formatted(folder.resolve("taken")));
    assertThat(photocat.rows("FROM download_runs")).isEmpty();
  }

  private List<String> files(String root) throws IOException {
    Path from = folder.resolve(root);
    try (Stream<Path> files = Files.walk(from)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> from.relativize(file).toString())
          .toList();
    }
  }
}
