package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/** The fetcher on hosts that ask for less. */
@ExtendWith(LeakCheck.class)
final class ThrottledHostTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 200, 150);

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
  @ValueSource(ints = {429, 503})
  void hostThatAsksForAPauseGetsIt(int status) {
    server.on("/p", PhotoServer.status(status, "Retry-After: 1"), PhotoServer.ok(PHOTO));
    server.on("/q", PhotoServer.ok(PHOTO));

    trial.run(
        Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1),
        new Cancellation(),
        List.of(
            new FetchRequest(1, server.url("/p"), List.of("1.jpg")),
            new FetchRequest(2, server.url("/q"), List.of("2.jpg"))));

    int asked = server.paths().indexOf("/p");
    List<PhotoServer.Request> requests = server.requests();
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("done");
    assertThat(trial.outcome(1).transfer().attempt()).as("not charged to the photo").isEqualTo(1);
    assertThat(requests).hasSize(3);
    assertThat(requests.get(asked + 1).at() - requests.get(asked).at())
        .as("whatever is asked for next")
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(990));
  }

  @Test
  void dateIsWaitedForAsSecondsAre() {
    ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2);
    AtomicLong askedAgainAt = new AtomicLong();
    server.on(
        "/p",
        PhotoServer.status(
            429, "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)),
        (out, stage) -> {
          askedAgainAt.set(System.currentTimeMillis());
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(askedAgainAt.get())
        .isGreaterThanOrEqualTo(
            soon.truncatedTo(ChronoUnit.SECONDS).toInstant().toEpochMilli() - 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 20 Nov 2020 12:00:30 GMT", "0", "soon", "-5", "1e9", ""})
  void timeThatIsPastOrNoneIsNotWaitedFor(String time) {
    server.on("/p", PhotoServer.status(429, "Retry-After: " + time), PhotoServer.ok(PHOTO));

    FetchSummary summary = trial.run(new FetchRequest(1, server.url("/p"), List.of("1.jpg")));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("done");
    assertThat(trial.outcome(1).transfer().attempt()).isEqualTo(1);
    assertThat(summary.elapsed()).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"86400", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void timeFarOffLeavesTheHostToALaterRunAndTheOthersGoOn(String time) throws IOException {
    server.onAny(PhotoServer.status(429, "Retry-After: " + time));
    List<FetchRequest> requests = requests(20, server.url("/p"), 1);
    try (PhotoServer other = new PhotoServer().onAny(PhotoServer.ok(PHOTO))) {
      requests.addAll(requests(20, "http://localhost:%d/p".formatted(other.port()), 21));

      trial.run(
          Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 1), new Cancellation(), requests);
    }

    assertThat(server.requests()).hasSize(1);
    for (int photo = 1; photo <= 20; photo++) {
      NotStored left = (NotStored) trial.outcome(photo);
      assertThat(Trial.words(left)).isEqualTo("retry host_parked");
      assertThat(left.retryIn().orElseThrow())
          .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
      assertThat(Trial.words(trial.outcome(20 + photo))).isEqualTo("done");
    }
  }

  @Test
  void throttlingWithoutATimeIsWaitedOut() {
    PhotoServer.Answer busy = PhotoServer.status(503);
    server.on("/p", busy, busy, busy, busy, PhotoServer.ok(PHOTO));

    assertThat(trial.wordsFor(server.url("/p"))).isEqualTo("done");
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void burstsOfThrottlingCostNoPhotoATry() {
    AtomicInteger asked = new AtomicInteger();
    server.onAny(
        (out, stage) ->
            (asked.incrementAndGet() % 10 < 3 ? PhotoServer.status(503) : PhotoServer.ok(PHOTO))
                .send(out, stage));

    FetchSummary summary =
        trial.run(
            Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 4),
            new Cancellation(),
            requests(100, server.url("/p"), 1));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(100);
    assertThat(trial.retries).hasSizeGreaterThan(30).containsOnly("retry http_503");
    assertThat(trial.ended.values()).allMatch(outcome -> outcome.transfer().attempt() == 1);
  }

  private static List<FetchRequest> requests(int count, String url, int first) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      requests.add(new FetchRequest(i, url, List.of(i + ".jpg")));
    }
    return requests;
  }
}
