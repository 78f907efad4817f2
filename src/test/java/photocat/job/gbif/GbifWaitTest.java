package photocat.job.gbif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.http.HttpSettings;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.ScriptedServer.Asked;
import photocat.http.Timekeeper;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.gbif.DownloadId;
import photocat.source.gbif.GbifApi;

final class GbifWaitTest {
  private static final String KEY = "0026011-250827131500795";
  private static final String OTHER = "0026012-250827131500795";

  private final List<String> notes = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private Timekeeper time = new Timekeeper(Clock.systemUTC(), 10_000_000);
  private ScriptedServer server;
  private Catalog catalog;
  private Session session;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
  }

  @AfterEach
  void stop() {
    session.close();
    catalog.close();
    server.close();
  }

  /** A day of five minutes each passes in a moment. */
  @Test
  void waitsForHoursThroughAllThatGoesOn() {
    List<String> statuses = new ArrayList<>(List.of("PREPARING", "RUNNING", "SUSPENDED"));
    for (int hours = 0; hours < 280; hours++) {
      statuses.add("RUNNING");
    }
    statuses.add("SUCCEEDED");
    answerInTurn(statuses.toArray(String[]::new));

    GbifWait.Ended ended = await(KEY);

    assertThat(ended.failures()).isEmpty();
    assertThat(ended.ready()).extracting(ready -> ready.key()).containsExactly(KEY);
    assertThat(notes)
        .containsExactly(
            "download %s: PREPARING, 22,235 records".formatted(KEY),
            "download %s: RUNNING, 22,235 records".formatted(KEY),
            "download %s: SUSPENDED, 22,235 records".formatted(KEY),
            "download %s: RUNNING, 22,235 records".formatted(KEY));
    assertThat(
            TestSql.rows(
                catalog,
                "SELECT status, doi, size_bytes, total_records, datasets, citation, license,"
                    + " checklist_key, predicate, created_at::VARCHAR FROM gbif_downloads"))
        .containsExactly(
            "SUCCEEDED|10.15468/dl.np3k7j|8329717|22235|213|GBIF.org Occurrence Download|"
                + "http://creativecommons.org/licenses/by-nc/4.0/legalcode|"
                + "null|{\"type\":\"and\"}|2025-09-04 12:11:34.648+00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FAILED|GBIF ended download %s without a file (FAILED)",
        "KILLED|GBIF ended download %s without a file (KILLED)",
        "CANCELLED|GBIF ended download %s without a file (CANCELLED)",
        "SOMETHING_NEW|GBIF ended download %s without a file (SOMETHING_NEW)",
        "FILE_ERASED|GBIF has erased the file of download %s; its DOI still tells what it held",
      })
  void endsWhereThereIsNoFile(String status, String message) {
    answerInTurn("RUNNING", status);

    GbifWait.Ended ended = await(KEY);

    assertThat(ended.ready()).isEmpty();
    assertThat(ended.failures())
        .extracting(PhotocatException::message)
        .containsExactly(message.formatted(KEY));
  }

  @Test
  void waitsForSeveral() {
    AtomicInteger asked = new AtomicInteger();
    server.answering(
        question -> {
          boolean isFirst = question.target().contains(KEY);
          return isCitation(question)
              ? Answer.of(200, "c")
              : json(
                  isFirst ? KEY : OTHER,
                  asked.incrementAndGet() < 6 ? "RUNNING" : isFirst ? "SUCCEEDED" : "KILLED");
        });

    GbifWait.Ended ended = await(KEY, OTHER);

    assertThat(ended.ready()).hasSize(1);
    assertThat(ended.failures()).hasSize(1);
  }

  /** A key that GBIF no longer knows. */
  @Test
  void endsWhereTheDownloadVanishes() {
    server.answering(json(KEY, "RUNNING"), Answer.of(404, ""));

    assertThat(await(KEY).failures())
        .extracting(PhotocatException::message)
        .containsExactly("GBIF knows no download " + KEY);
  }

  @Test
  void holdsOutWhileTheServerIsAway() {
    server.answering(
        question -> {
          if (isCitation(question)) {
            return Answer.of(404, "");
          }
          return switch (question.number() % 4) {
            case 0 -> Answer.of(429, "[\"slow down\"]").with("Retry-After", "31");
            case 1 -> Answer.of(502, "<html>Bad Gateway</html>");
            case 2 -> json(KEY, "RUNNING").half();
            default -> question.number() < 40 ? Answer.of(200, "<html>") : json(KEY, "SUCCEEDED");
          };
        });

    assertThat(await(KEY).ready()).hasSize(1);

    assertThat(notes).anyMatch(note -> note.endsWith("; asking again later"));
  }

  @Test
  void endsWhenNobodyAnswersAnyMore() {
    server.answering(Answer.of(200, "<html>log in</html>"));

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, () -> await(KEY));

    assertThat(failure.message())
        .isEqualTo(
            "cannot ask %s: it answers with something else than data",
            server.at("/").getAuthority());
    assertThat(server.asked()).hasSize(16);
  }

  @Test
  void stopsAtOnceAndSaysHowToGoOn() {
    time = new Timekeeper(Clock.systemUTC(), 1);
    server.answering(
        question -> {
          cancellation.cancel();
          return json(KEY, "RUNNING");
        });

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, () -> await(KEY));

    assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(failure.message()).isEqualTo("stopped waiting for download %s; GBIF goes on", KEY);
    assertThat(failure.hint()).contains("'gbif wait' takes it up again");
  }

  /** Neither a year forward nor one back makes it wait for longer. */
  @Test
  void aClockThatJumpsChangesNothing() {
    time = new Timekeeper(new JumpingClock(), 10_000_000);
    answerInTurn("RUNNING", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED");

    assertThat(await(KEY).ready()).hasSize(1);
  }

  private static final class JumpingClock extends Clock {
    private int asked;

    @Override
    public Instant instant() {
      asked++;
      Duration year = Duration.ofDays(365);
      return Instant.parse("2026-11-01T00:00:00Z").plus(asked % 2 == 0 ? year : year.negated());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private GbifWait.Ended await(String... keys) {
    GbifApi api =
        GbifApi.open(
            HttpSettings.DEFAULTS, server.at("/v1").toString(), time, cancellation, note -> {});
    DownloadTracker tracker = new DownloadTracker(session, api, InstantSource.system());
    return new GbifWait(tracker, time, cancellation, notes::add)
        .until(Arrays.stream(keys).map(DownloadId::new).toList());
  }

  private void answerInTurn(String... statuses) {
    AtomicInteger asked = new AtomicInteger();
    server.answering(
        question ->
            isCitation(question)
                ? Answer.of(200, "GBIF.org Occurrence Download\n")
                : json(KEY, statuses[Math.min(asked.getAndIncrement(), statuses.length - 1)]));
  }

  private static boolean isCitation(Asked question) {
    return question.target().endsWith("/citation");
  }

  /** The shape is that of rgbif's recorded answers. */
  private Answer json(String key, String status) {
    boolean isReady = status.equals("SUCCEEDED");
    return Answer.json(
        """
        {"key":"%s",%s"license":"%s","request":{"predicate":{"type":"and"},"sendNotification":false,
        "format":"DWCA","type":"OCCURRENCE","verbatimExtensions":[]},
        "created":"2025-09-04T12:11:34.648+00:00","modified":"2025-09-04T12:14:17.723+00:00",
        "eraseAfter":"2026-03-04T12:11:34.469+00:00","status":"%s","downloadLink":"%s",
        "size":%d,"totalRecords":22235,"numberDatasets":%d}
        """
            .formatted(
                key,
                isReady ? "\"doi\":\"10.15468/dl.np3k7j\"," : "",
                isReady ? "http://creativecommons.org/licenses/by-nc/4.0/legalcode" : "unspecified",
                status,
                server.at("/" + key + ".zip"),
                isReady ? 8329717 : 0,
                isReady ? 213 : 0));
  }
}
