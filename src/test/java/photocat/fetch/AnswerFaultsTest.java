package photocat.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/** The fetcher on servers that refuse, redirect, hang or do not speak HTTP. */
@ExtendWith(LeakCheck.class)
final class AnswerFaultsTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 200, 150);

  private static final FetchSettings SHORT_HEADER =
      Trial.settings(Duration.ofMillis(300), Duration.ofSeconds(20));

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

  @ParameterizedTest
  @CsvSource({
    "404,gone http_404",
    "410,gone http_410",
    "451,gone http_451",
    "401,refused http_401",
    "403,refused http_403",
    "400,failed http_400",
    "204,failed http_204",
    "304,failed http_304"
  })
  void finalAnswersAreAskedForOnce(int status, String words) {
    server.on("/p", PhotoServer.status(status));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo(words);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void hostThatRefusesManyPhotosInARowIsToldOnce() {
    server.on("/p", PhotoServer.status(403));

    trial.run(Trial.SETTINGS, new Cancellation(), requests(120, "/p"));

    assertThat(trial.refusals).containsExactly("127.0.0.1 http_403 50");
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("refused http_403");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 408})
  void passingErrorsAreRetried(int status) {
    server.on("/p", PhotoServer.status(status), PhotoServer.ok(PHOTO));

    FetchOutcome outcome = trial.fetch(server.url("/p"));

    assertThat(Trial.words(outcome)).isEqualTo("done");
    assertThat(outcome.transfer().attempt()).isEqualTo(2);
    assertThat(trial.retries).containsExactly("retry http_" + status);
  }

  @Test
  void errorThatStaysIsLeftToTheNextRun() {
    server.on("/p", PhotoServer.status(500));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("retry http_500");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void answerThatNeverComesIsGivenUp() {
    server.on("/p", (out, stage) -> stage.hang());

    assertThat(trial.wordsFor(server.url("/p"), SHORT_HEADER)).isEqualTo("retry timeout_header");
  }

  @Test
  void headerThatTricklesIsGivenUp() {
    server.on(
        "/p",
        (out, stage) -> Trial.trickle(out, stage, PhotoServer.head(200).getBytes(ISO_8859_1)));

    assertThat(trial.wordsFor(server.url("/p"), SHORT_HEADER)).isEqualTo("retry timeout_header");
  }

  @Test
  void redirectsAreFollowed() {
    server.on("/a", PhotoServer.status(301, "Location: /b"));
    server.on("/b", PhotoServer.status(302, "Location: " + server.url("/c?x=1")));
    server.on("/c?x=1", PhotoServer.ok(PHOTO));

    FetchOutcome outcome = trial.fetch(server.url("/a"));

    assertThat(Trial.words(outcome)).isEqualTo("done");
    assertThat(outcome.transfer().attempt()).isEqualTo(1);
    assertThat(server.paths()).containsExactly("/a", "/b", "/c?x=1");
  }

  @Test
  void redirectLoopEndsWhereItBegan() {
    server.on("/a", PhotoServer.status(302, "Location: /b"));
    server.on("/b", PhotoServer.status(302, "Location: /a"));

    assertThat(trial.wordsFor(server.url("/a"))).isEqualTo("failed redirect");
    assertThat(server.paths()).containsExactly("/a", "/b");
  }

  @Test
  void chainOfRedirectsEndsAfterFiveHops() {
    for (int i = 0; i < 20; i++) {
      server.on("/" + i, PhotoServer.status(302, "Location: /" + (i + 1)));
    }

    assertThat(trial.wordsFor(server.url("/0"))).isEqualTo("failed redirect");
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd,refused blocked_scheme",
    "ftp://127.0.0.1/a,refused blocked_scheme",
    "http://,refused bad_url"
  })
  void redirectElsewhereThanTheWebIsRefused(String location, String words) {
    server.on("/a", PhotoServer.status(302, "Location: " + location));

    assertThat(trial.wordsFor(server.url("/a"))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/p",
        "http://localhost:%d/p",
        "http://[::1]:%d/p",
        "http://2130706433:%d/p",
        "http://169.254.169.254/latest",
        "http://0.0.0.0:%d/p",
        "http://[::ffff:127.0.0.1]:%d/p"
      })
  void privateAddressesAreRefusedUnlessAllowed(String url) {
    server.on("/p", PhotoServer.ok(PHOTO));
    FetchSettings strict = Trial.SETTINGS.with(FetchSettings.ALLOW_PRIVATE_HOSTS, false);

    trial.run(
        strict,
        new Cancellation(),
        List.of(new FetchRequest(1, url.formatted(server.port()), List.of("1.jpg"))));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("refused blocked_address");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"file:///etc/passwd,refused blocked_scheme", "not a url,refused bad_url"})
  void addressesThatLeadNowhereAreValues(String url, String words) {
    assertThat(trial.wordsFor(url)).isEqualTo(words);
  }

  @Test
  void closedPortIsRetriedAndLeft() throws IOException {
    String url = server.url("/p");
    server.close();

    assertThat(trial.wordsFor(url)).isEqualTo("retry connect_failed");
    assertThat(trial.retries).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "\u0016\u0003\u0003\u0000\u0001\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nContent-Length: 20\r\n\r\n0123456789",
        "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n0123456789"
      })
  void whatIsNotHttpIsAProtocolFault(String answer) {
    server.on("/p", PhotoServer.raw(answer, new byte[0], false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed protocol");
  }

  @Test
  void headerWithoutEndIsAProtocolFault() {
    server.on(
        "/p", PhotoServer.raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(200_000), new byte[0], false));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("failed protocol");
  }

  @Test
  void headerUpToItsLimitIsRead() {
    String[] headers = new String[9];
    Arrays.fill(headers, "Set-Cookie: " + "x".repeat(6_000));
    headers[0] = "Content-Length: " + PHOTO.length;
    server.on("/p", PhotoServer.raw(PhotoServer.head(200, headers), PHOTO, true));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
  }

  @Test
  void interimAnswerIsPassedOver() {
    server.on(
        "/p",
        PhotoServer.raw(
            "HTTP/1.1 103 Early Hints\r\n\r\n"
                + PhotoServer.head(200, "Content-Length: " + PHOTO.length),
            PHOTO,
            true));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keptConnectionThatTheServerClosedCostsNoTry(boolean reset) {
    // Which photo comes first is not fixed: whichever it is, the second request on its connection
    // meets its end.
    AtomicInteger asked = new AtomicInteger();
    PhotoServer.Answer answer =
        (out, stage) -> {
          if (asked.incrementAndGet() == 2) {
            return reset && stage.reset();
          }
          return PhotoServer.ok(PHOTO).send(out, stage);
        };
    server.on("/p", answer);
    server.on("/q", answer);

    trial.run(
        Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1),
        new Cancellation(),
        List.of(
            new FetchRequest(1, server.url("/p"), List.of("1.jpg")),
            new FetchRequest(2, server.url("/q"), List.of("2.jpg"))));

    assertThat(asked).hasValue(3);
    for (int photo = 1; photo <= 2; photo++) {
      assertThat(Trial.words(trial.outcome(photo))).isEqualTo("done");
      assertThat(trial.outcome(photo).transfer().attempt()).isEqualTo(1);
    }
    assertThat(trial.retries).isEmpty();
  }

  @Test
  void bytesThatTheAnswerBeforeLeftCostNoTry() {
    server.on("/none", PhotoServer.raw("HTTP/1.1 204 No Content\r\n\r\n", new byte[] {'x'}, true));
    server.on("/p", PhotoServer.ok(PHOTO));

    trial.run(
        Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1),
        new Cancellation(),
        List.of(
            new FetchRequest(1, server.url("/none"), List.of("1.jpg")),
            new FetchRequest(2, server.url("/p"), List.of("2.jpg")),
            new FetchRequest(3, server.url("/p"), List.of("3.jpg"))));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("failed http_204");
    assertThat(trial.ended.values())
        .filteredOn(each -> Trial.words(each).equals("done"))
        .hasSize(2);
    assertThat(trial.retries).isEmpty();
  }

  @Test
  void photosThatHangDoNotHoldUpTheOthers() {
    CountDownLatch others = new CountDownLatch(200);
    server.on(
        "/slow",
        (out, stage) -> {
          others.await(20, TimeUnit.SECONDS);
          return PhotoServer.ok(PHOTO).send(out, stage);
        });
    server.on(
        "/p",
        (out, stage) -> {
          others.countDown();
          return PhotoServer.ok(PHOTO).send(out, stage);
        });
    List<FetchRequest> requests = new ArrayList<>(requests(200, "/p"));
    for (int i = 0; i < 3; i++) {
      requests.add(
          i * 20, new FetchRequest(1000 + i, server.url("/slow"), List.of("slow" + i + ".jpg")));
    }

    FetchSummary summary =
        trial.run(
            Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 4), new Cancellation(), requests);

    assertThat(others.getCount()).isZero();
    assertThat(summary.photos()).isEqualTo(Map.of(FetchState.DONE, 203L));
  }

  @Test
  void photosThatTrickleTakeNoConnectionFromTheOthers() {
    CountDownLatch others = new CountDownLatch(100);
    server.on(
        "/slow",
        (out, stage) -> {
          out.write(PhotoServer.head(200, "Content-Length: " + PHOTO.length).getBytes(ISO_8859_1));
          int sent = 0;
          while (sent < 200 && !others.await(20, TimeUnit.MILLISECONDS)) {
            out.write(PHOTO[sent++]);
            out.flush();
          }
          out.write(PHOTO, sent, PHOTO.length - sent);
          return true;
        });
    server.on(
        "/p",
        (out, stage) -> {
          others.countDown();
          return PhotoServer.ok(PHOTO).send(out, stage);
        });
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      requests.add(new FetchRequest(1000 + i, server.url("/slow"), List.of("slow" + i + ".jpg")));
    }
    requests.addAll(requests(100, "/p"));

    FetchSummary summary =
        trial.run(
            Trial.settings(Duration.ofSeconds(20), Duration.ofSeconds(3))
                .with(FetchSettings.MAX_CONNECTIONS, 4),
            new Cancellation(),
            requests);

    assertThat(summary.photos()).isEqualTo(Map.of(FetchState.DONE, 112L));
    assertThat(trial.retries).isEmpty();
  }

  private List<FetchRequest> requests(int count, String path) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      requests.add(new FetchRequest(i, server.url(path), List.of(i + ".jpg")));
    }
    return requests;
  }
}
