package photocat.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/** The fetcher on servers whose bodies break off, lie, trickle or are no photos. */
@ExtendWith(LeakCheck.class)
final class BodyFaultsTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 200, 150);
  private static final byte[] HALF = Arrays.copyOf(PHOTO, PHOTO.length / 2);
  private static final byte[] PAGE = "<!DOCTYPE html><p>try later</p>".getBytes(ISO_8859_1);

  private static final FetchSettings SHORT_SILENCE =
      Trial.settings(Duration.ofSeconds(20), Duration.ofMillis(800));

  @TempDir Path root;
  private PhotoServer server;
  private Trial trial;

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer();
    trial = new Trial(root);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void resetMidBodyIsRetried() {
    server.on("/p", cutWithReset(), cutWithReset(), PhotoServer.ok(PHOTO));

    FetchOutcome outcome = trial.fetch(server.url("/p"));

    assertThat(Trial.words(outcome)).isEqualTo("done");
    assertThat(outcome.transfer().attempt()).isEqualTo(3);
  }

  @Test
  void resetThatStaysIsLeftToTheNextRun() {
    server.on("/p", cutWithReset());

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("retry truncated");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void bodyShorterThanAnnouncedIsTruncated() {
    server.on("/p", PhotoServer.announcing(PHOTO.length, HALF, false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("retry truncated");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void bodyShorterThanAnnouncedOnAnOpenConnectionStalls() {
    server.on(
        "/p",
        (out, stage) -> {
          PhotoServer.announcing(PHOTO.length, HALF, true).send(out, stage);
          return stage.hang();
        });

    assertThat(trial.wordsFor(server.url("/p"), SHORT_SILENCE)).isEqualTo("retry stalled");
  }

  @Test
  void bodyLongerThanAnnouncedIsTruncatedAndItsConnectionNotTrusted() {
    server.on("/p", PhotoServer.announcing(HALF.length, PHOTO, true));
    server.on("/q", PhotoServer.ok(PHOTO));

    trial.run(
        Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1),
        new Cancellation(),
        List.of(
            new FetchRequest(1, server.url("/p"), List.of("1.jpg")),
            new FetchRequest(2, server.url("/q"), List.of("2.jpg"))));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("failed truncated");
    assertThat(Trial.words(trial.outcome(2))).isEqualTo("done");
  }

  @Test
  void answerHiddenBehindAPhotoIsNotTakenForTheNext() throws IOException {
    byte[] other = SamplePhotos.jpeg(2, 200, 150);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(PHOTO);
    body.write(PhotoServer.head(200, "Content-Length: " + other.length).getBytes(ISO_8859_1));
    body.write(other);
    server.onAny(PhotoServer.announcing(PHOTO.length, body.toByteArray(), true));
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      requests.add(new FetchRequest(i, server.url("/" + i), List.of(i + ".jpg")));
    }

    trial.run(Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1), new Cancellation(), requests);

    // What lies under the names is looked at after each test.
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("done");
  }

  @Test
  void cutBodyWithoutALengthIsTruncated() {
    server.on("/p", PhotoServer.raw(PhotoServer.head(200, "Connection: close"), HALF, false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed truncated");
  }

  @Test
  void wholeBodyWithoutALengthIsKept() {
    server.on("/p", PhotoServer.raw(PhotoServer.head(200, "Connection: close"), PHOTO, false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
  }

  @Test
  void chunkedBodyIsKept() {
    server.on("/p", chunked(PHOTO, "\r\n0\r\n\r\n", true));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n5\r\nab"})
  void chunkedBodyThatBreaksOffIsTruncated(String end) {
    server.on("/p", chunked(PHOTO, end, false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("retry truncated");
  }

  @Test
  void bodyThatTricklesIsGivenUp() {
    server.on(
        "/p",
        (out, stage) -> {
          out.write(PhotoServer.head(200, "Content-Length: " + PHOTO.length).getBytes(ISO_8859_1));
          return Trial.trickle(out, stage, PHOTO);
        });

    assertThat(trial.wordsFor(server.url("/p"), SHORT_SILENCE)).isEqualTo("retry too_slow");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void endlessBodyIsCutAtTheLimit() {
    server.on(
        "/p",
        (out, stage) -> {
          out.write(PhotoServer.head(200, "Connection: close").getBytes(ISO_8859_1));
          out.write(HALF);
          while (stage.closing().getCount() > 0) {
            out.write(new byte[10_000]);
          }
          return false;
        });

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed too_large");
  }

  @Test
  void bodyAnnouncedAboveTheLimitIsNotRead() {
    server.on("/p", PhotoServer.announcing(4_000_001, HALF, true));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed too_large");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/jpeg"})
  void pageInPlaceOfAPhotoIsAskedForTwice(String type) {
    String head = PhotoServer.head(200, "Content-Type: " + type, "Content-Length: " + PAGE.length);
    server.on("/p", PhotoServer.raw(head, PAGE, true));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed not_image");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void emptyAnswerIsAskedForTwice() {
    server.on("/p", PhotoServer.ok(new byte[0]), PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(trial.retries).containsExactly("retry empty");
  }

  @Test
  void emptyAnswerThatStaysIsNotKept() {
    server.on("/p", PhotoServer.ok(new byte[0]));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed empty");
  }

  @Test
  void nameThatTheServerWishesIsNotUsed() {
    String wish = "Content-Disposition: attachment; filename=\"../../other.jpg\"";
    server.onAny(
        PhotoServer.raw(
            PhotoServer.head(200, wish, "Content-Length: " + PHOTO.length), PHOTO, true));

    assertThat(trial.wordsFor(server.url("/../..%2f..\\..\\p"))).isEqualTo("done");
    assertThat(root.toFile().list()).containsExactly("1.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip"})
  void compressedAnswerIsInflated(String coding) {
    server.on("/p", encoded(coding, gzip(PHOTO)));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
  }

  @Test
  void compressedAnswerThatBreaksOffIsTruncated() {
    byte[] whole = gzip(PHOTO);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    server.on("/p", encoded("gzip", half), encoded("gzip", whole));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(trial.retries).containsExactly("retry truncated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "rot13"})
  void codingThatCannotBeUndoneIsNotKept(String coding) {
    server.on("/p", encoded(coding, HALF));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed encoded");
  }

  @Test
  void compressedBombIsNotInflated() {
    byte[] bomb = Arrays.copyOf(PHOTO, 50_000_000);
    server.on("/p", encoded("gzip", gzip(bomb)));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed encoded");
  }

  @Test
  void inflatedAnswerAboveTheLimitIsNotKept() {
    byte[] large = new byte[4_000_001];
    new Random(1).nextBytes(large);
    System.arraycopy(HALF, 0, large, 0, HALF.length);
    byte[] packed = gzip(large);
    server.on("/p", encoded("gzip", packed));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed too_large");
  }

  private static PhotoServer.Answer encoded(String coding, byte[] body) {
    String length = "Content-Length: " + body.length;
    return PhotoServer.raw(
        PhotoServer.head(200, "Content-Encoding: " + coding, length), body, true);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Test
  void photoThatContradictsTheChecksumOfATrustedServerIsNotKept() throws Exception {
    String etag = "ETag: \"%s\"".formatted(HexFormat.of().formatHex(md5(PHOTO)));
    byte[] flipped = PHOTO.clone();
    flipped[PHOTO.length - 100] ^= 1;
    server.onAny(tagged(etag, PHOTO)).on("/bad", tagged(etag, flipped));
    List<FetchRequest> requests = new ArrayList<>();
    // Two disk workers look for photos, a few dozen at a time: the last is not always last.
    for (int i = 0; i < 200; i++) {
      requests.add(new FetchRequest(i, server.url("/" + i), List.of(i + ".jpg")));
    }
    requests.add(new FetchRequest(200, server.url("/bad"), List.of("bad.jpg")));

    trial.run(Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1), new Cancellation(), requests);

    assertThat(Trial.words(trial.outcome(99))).isEqualTo("done");
    assertThat(Trial.words(trial.outcome(200))).isEqualTo("failed wrong_md5");
  }

  private static PhotoServer.Answer tagged(String etag, byte[] body) {
    return PhotoServer.raw(
        PhotoServer.head(200, etag, "Content-Length: " + body.length), body, true);
  }

  private static byte[] md5(byte[] bytes) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("MD5").digest(bytes);
  }

  private static PhotoServer.Answer cutWithReset() {
    return (out, stage) -> {
      PhotoServer.announcing(PHOTO.length, HALF, true).send(out, stage);
      return stage.reset();
    };
  }

  private static PhotoServer.Answer chunked(byte[] body, String end, boolean keep) {
    return (out, stage) -> {
      String size = Integer.toHexString(body.length);
      out.write(
          (PhotoServer.head(200, "Transfer-Encoding: chunked") + size + "\r\n")
              .getBytes(ISO_8859_1));
      out.write(body);
      out.write(end.getBytes(ISO_8859_1));
      return keep;
    };
  }
}
