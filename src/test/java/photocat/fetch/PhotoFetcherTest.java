package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.FetchOutcome.Stored;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** The fetcher on a server that behaves. */
@ExtendWith(LeakCheck.class)
final class PhotoFetcherTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 200, 150);

  @TempDir Path temporary;
  private Path root;
  private PhotoServer server;
  private Trial trial;

  @BeforeEach
  void open() throws IOException {
    root = temporary.resolve("photos");
    server = new PhotoServer();
    trial = new Trial(root);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void photoIsWholeUnderItsNameWithItsFacts() {
    server.on(
        "/1.jpg",
        PhotoServer.raw(
            PhotoServer.head(200, "ETag: \"abc\"", "Content-Length: " + PHOTO.length),
            PHOTO,
            true));

    Stored outcome = Trial.stored(trial.fetch(server.url("/1.jpg")));

    assertThat(root.resolve("1.jpg")).hasBinaryContent(PHOTO);
    assertThat(outcome.state()).isEqualTo(FetchState.DONE);
    assertThat(outcome.photo().sizeBytes()).isEqualTo(PHOTO.length);
    assertThat(outcome.photo().image().widthPx()).isEqualTo(200);
    assertThat(outcome.transfer().httpStatus()).hasValue(200);
    assertThat(outcome.transfer().etag()).contains("\"abc\"");
    assertThat(outcome.transfer().attempt()).isEqualTo(1);
    assertThat(trial.started).containsExactly(1L);
  }

  @Test
  void requestSaysWhoAsksAndWantsThePlainFile() {
    server.on("/a%20b.jpg", PhotoServer.ok(PHOTO));

    trial.fetch(server.url("/a b.jpg"));

    assertThat(server.requests().get(0).headers())
        .contains(
            "host: 127.0.0.1:" + server.port(),
            "user-agent: photocat-test/1 (tests)",
            "accept-encoding: identity");
  }

  @Test
  void manyPhotosShareFewConnections() throws IOException {
    server.on("/p.jpg", PhotoServer.ok(PHOTO));

    FetchSummary summary =
        trial.run(
            Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 4),
            new Cancellation(),
            requests(300, "/p.jpg"));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(300);
    assertThat(summary.fetchedBytes()).isEqualTo(300L * PHOTO.length);
    assertThat(server.requests()).hasSize(300);
    assertThat(server.requests())
        .extracting(PhotoServer.Request::connection)
        .allMatch(connection -> connection <= 5);
    assertThat(files()).hasSize(300);
  }

  @Test
  void photosAreFetchedSideBySide() {
    CountDownLatch together = new CountDownLatch(8);
    server.on(
        "/p.jpg",
        (out, stage) -> {
          together.countDown();
          together.await(20, TimeUnit.SECONDS);
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    FetchSummary summary =
        trial.run(
            Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 8),
            new Cancellation(),
            requests(8, "/p.jpg"));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(8);
  }

  @Test
  void photoLargerThanAnyBufferArrivesWhole() {
    byte[] large = SamplePhotos.jpeg(2, 900, 700);
    server.on("/1.jpg", PhotoServer.ok(large));

    Stored outcome = Trial.stored(trial.fetch(server.url("/1.jpg")));

    assertThat(outcome.photo().sizeBytes()).isEqualTo(large.length).isGreaterThan(300_000);
    assertThat(root.resolve("1.jpg")).hasBinaryContent(large);
  }

  /** Its size is read, and nothing is decoded. */
  @Test
  void photoThatClaimsToBeImmenseIsKeptWithItsSize() {
    server.on("/1.jpg", PhotoServer.ok(SamplePhotos.claiming(65_500, 65_500)));

    Stored outcome = Trial.stored(trial.fetch(server.url("/1.jpg")));

    assertThat(outcome.photo().image().widthPx()).isEqualTo(65_500);
    assertThat(outcome.photo().image().heightPx()).isEqualTo(65_500);
  }

  @Test
  void photoOfSeveralTaxaIsFetchedOnce() {
    server.on("/1.jpg", PhotoServer.ok(PHOTO));

    trial.run(
        new FetchRequest(
            1, server.url("/1.jpg"), List.of("rosa/1.jpg", "salix/1.jpg", "acer/1.jpg")));

    assertThat(server.requests()).hasSize(1);
    assertThat(root.resolve("rosa/1.jpg")).hasBinaryContent(PHOTO);
    assertThat(root.resolve("salix/1.jpg")).hasBinaryContent(PHOTO);
    assertThat(root.resolve("acer/1.jpg")).hasBinaryContent(PHOTO);
  }

  @Test
  void photoThatIsThereIsAdoptedAndGetsItsOtherNames() throws IOException {
    write("salix/1.jpg", PHOTO);

    trial.run(new FetchRequest(1, server.url("/1.jpg"), List.of("rosa/1.jpg", "salix/1.jpg")));

    Stored outcome = Trial.stored(trial.outcome(1));
    assertThat(outcome.state()).isEqualTo(FetchState.ADOPTED);
    assertThat(outcome.photo().sizeBytes()).isEqualTo(PHOTO.length);
    assertThat(server.requests()).isEmpty();
    assertThat(trial.started).isEmpty();
    assertThat(root.resolve("rosa/1.jpg")).hasBinaryContent(PHOTO);
  }

  @Test
  void brokenFileThatIsThereIsFetchedAndReplaced() throws IOException {
    server.on("/1.jpg", PhotoServer.ok(PHOTO));
    write("1.jpg", half());

    assertThat(trial.wordsFor(server.url("/1.jpg"))).isEqualTo("done");
    assertThat(root.resolve("1.jpg")).hasBinaryContent(PHOTO);
  }

  @Test
  void nameThatIsAFolderFailsThatPhotoOnly() throws IOException {
    server.on("/p.jpg", PhotoServer.ok(PHOTO));
    Files.createDirectories(root.resolve("1.jpg/occupied"));

    trial.run(
        new FetchRequest(1, server.url("/p.jpg"), List.of("1.jpg")),
        new FetchRequest(2, server.url("/p.jpg"), List.of("2.jpg")));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("retry store_failed");
    assertThat(Trial.words(trial.outcome(2))).isEqualTo("done");
  }

  @Test
  void nameThatLeadsOutIsNotWritten() {
    trial.run(new FetchRequest(1, server.url("/1.jpg"), List.of("../../1.jpg")));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("failed bad_name");
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    FetchSummary summary = trial.run();

    assertThat(summary.photos()).isEmpty();
    assertThat(summary.cancelled()).isFalse();
  }

  @Test
  void folderThatCannotBeWrittenStopsBeforeTheFirstPhoto() throws IOException {
    Files.writeString(root, "a file in the way");

    assertThatThrownBy(() -> trial.fetch(server.url("/1.jpg")))
        .isInstanceOf(PhotocatException.class)
        .hasMessageStartingWith("cannot write photos to");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void cancelledRunDropsWhatHangsAndLeavesNothingHalfWritten() throws IOException {
    Cancellation cancellation = new Cancellation();
    server.on(
        "/p.jpg",
        (out, stage) -> {
          PhotoServer.announcing(PHOTO.length, half(), true).send(out, stage);
          cancellation.cancel();
          return stage.hang();
        });

    FetchSummary summary =
        trial.run(
            Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 2),
            cancellation,
            requests(50, "/p.jpg"));

    assertThat(summary.cancelled()).isTrue();
    assertThat(summary.count(FetchState.PENDING)).isEqualTo(2);
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("pending interrupted");
    assertThat(files()).isEmpty();
  }

  @Test
  void cancelledRunGoesOnWhereItStopped() throws IOException {
    server.on("/p.jpg", PhotoServer.ok(PHOTO));
    Cancellation cancellation = new Cancellation();
    List<FetchRequest> requests = requests(40, "/p.jpg");
    trial
        .atStart(
            () -> {
              if (trial.started.size() == 20) {
                cancellation.cancel();
              }
            })
        .run(Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 2), cancellation, requests);
    int before = files().size();

    Trial second = new Trial(root);
    FetchSummary summary = second.run(Trial.SETTINGS, new Cancellation(), requests);

    assertThat(before).isBetween(1, 39);
    assertThat(summary.count(FetchState.ADOPTED)).isEqualTo(before);
    assertThat(summary.count(FetchState.DONE)).isEqualTo(40L - before);
    assertThat(server.requests()).hasSize(40);
    assertThat(files()).hasSize(40);
  }

  @Test
  void listenerThatThrowsEndsTheRun() {
    server.on("/p.jpg", PhotoServer.ok(PHOTO));
    trial.atStart(
        () -> {
          throw new IllegalStateException("catalogue is gone");
        });

    assertThatThrownBy(() -> trial.fetch(server.url("/p.jpg"))).hasMessage("catalogue is gone");
    assertThat(root.resolve("1.jpg.part")).doesNotExist();
  }

  private List<FetchRequest> requests(int count, String path) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      requests.add(new FetchRequest(i, server.url(path), List.of("sp" + i % 7 + "/" + i + ".jpg")));
    }
    return requests;
  }

  private static byte[] half() {
    return Arrays.copyOf(PHOTO, PHOTO.length / 2);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
