package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.SamplePhotos;

/** Photos that break off late: the rest is asked for, but only of the same photo. */
@ExtendWith(LeakCheck.class)
final class ResumeTest {
  private static final byte[] PHOTO = padded(SamplePhotos.jpeg(1, 200, 150), 1);
  private static final byte[] CHANGED = padded(SamplePhotos.jpeg(2, 200, 150), 2);
  private static final int CUT = PHOTO.length - 100_000;
  private static final String ETAG = "\"version-1\"";

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
  }

  @Test
  void restIsAskedForAndAdded() throws IOException {
    server.on("/p", cut("ETag: " + ETAG, "Accept-Ranges: bytes"), rest(ETAG, CUT, CUT));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(trial.retries).containsExactly("retry truncated");
    assertThat(server.requests().get(1).headers())
        .contains("range: bytes=" + CUT + "-", "if-range: " + ETAG);
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void restThatBreaksOffTooIsAskedForAgain() throws IOException {
    int further = CUT + 50_000;
    byte[] piece = Arrays.copyOfRange(PHOTO, CUT, further);
    server.on(
        "/p",
        cut("ETag: " + ETAG, "Accept-Ranges: bytes"),
        PhotoServer.raw(partial(ETAG, CUT, PHOTO.length - CUT), piece, false),
        rest(ETAG, further, further));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(server.requests().get(2).headers()).contains("range: bytes=" + further + "-");
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void photoThatHasChangedIsTakenWhole() throws IOException {
    server.on("/p", cut("ETag: " + ETAG, "Accept-Ranges: bytes"), PhotoServer.ok(CHANGED));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    trial.assertOnlyWholePhotos(CHANGED);
  }

  @ParameterizedTest
  @CsvSource({"\"version-2\",0", "\"version-1\",1", "\"version-1\",-1"})
  void anotherRestThanAskedForIsNotAdded(String etag, int shift) throws IOException {
    server.on(
        "/p",
        cut("ETag: " + ETAG, "Accept-Ranges: bytes"),
        rest(etag, CUT + shift, CUT + shift),
        PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(trial.retries).containsExactly("retry truncated", "retry wrong_range");
    assertThat(server.requests().get(2).headers()).noneMatch(line -> line.startsWith("range"));
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Without: Content-Range",
        "Content-Range: bytes */9",
        "Content-Range: bytes 0-%2$d/%3$d",
        "Content-Range: bytes %1$d-%2$d/*",
        "Content-Range: bytes %1$d-%2$d/99999999",
        "Content-Range: bytes %1$d-%1$d/%3$d",
        "Content-Range: bytes %1$d-99999999999999999999/%3$d"
      })
  void restOfAnotherRangeIsNotAdded(String range) throws IOException {
    String head =
        PhotoServer.head(
            206,
            "ETag: " + ETAG,
            "Content-Length: " + (PHOTO.length - CUT),
            range.formatted(CUT, PHOTO.length - 1, PHOTO.length));
    server.on(
        "/p",
        cut("ETag: " + ETAG, "Accept-Ranges: bytes"),
        PhotoServer.raw(head, Arrays.copyOfRange(PHOTO, CUT, PHOTO.length), true),
        PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(trial.retries).containsExactly("retry truncated", "retry wrong_range");
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void serverThatDoesNotKnowRangesSendsTheWhole() throws IOException {
    server.on("/p", cut("ETag: " + ETAG, "Accept-Ranges: bytes"), PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(server.requests()).hasSize(2);
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void partThatNobodyAskedForIsNotKept() {
    server.on("/p", rest(ETAG, 0, 0));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed http_206");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void rangeThatCannotBeSatisfiedStartsAgain() throws IOException {
    server.on(
        "/p",
        cut("ETag: " + ETAG, "Accept-Ranges: bytes"),
        PhotoServer.status(416),
        PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: W/\"weak\"", "Last-Modified: Sat, 21 Nov 2026 00:00:00 GMT"})
  void withoutAStrongTagTheWholeIsAskedForAgain(String header) throws IOException {
    server.on("/p", cut(header, "Accept-Ranges: bytes"), PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(server.requests().get(1).headers()).noneMatch(line -> line.startsWith("range"));
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void whatWasKeptIsRemovedWhenThePhotoIsGivenUp() {
    server.on("/p", cut("ETag: " + ETAG, "Accept-Ranges: bytes"), PhotoServer.status(404));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("gone http_404");
    assertThat(root).isEmptyDirectory();
  }

  private static PhotoServer.Answer cut(String... headers) {
    String head =
        PhotoServer.head(
            200, "Content-Length: " + PHOTO.length, String.join("\r\n", List.of(headers)));
    return PhotoServer.raw(head, Arrays.copyOf(PHOTO, CUT), false);
  }

  /** Announces the bytes from {@code said} on, and sends those from {@code from} on. */
  private static PhotoServer.Answer rest(String etag, int said, int from) {
    byte[] body = Arrays.copyOfRange(PHOTO, from, PHOTO.length);
    return PhotoServer.raw(partial(etag, said, body.length), body, true);
  }

  private static String partial(String etag, int from, int length) {
    return PhotoServer.head(
        206,
        "ETag: " + etag,
        "Content-Length: " + length,
        "Content-Range: bytes %d-%d/%d".formatted(from, PHOTO.length - 1, PHOTO.length));
  }

  /** A photo with 25 segments of noise, which no reader looks at: 1.6 MB. */
  private static byte[] padded(byte[] jpeg, int seed) {
    Random random = new Random(seed);
    byte[] noise = new byte[0xffff - 2];
    ByteBuffer photo = ByteBuffer.allocate(jpeg.length + 25 * (noise.length + 4));
    photo.put(jpeg, 0, 2);
    for (int i = 0; i < 25; i++) {
      random.nextBytes(noise);
      photo.putInt(0xffefffff).put(noise);
    }
    return photo.put(jpeg, 2, jpeg.length - 2).array();
  }
}
