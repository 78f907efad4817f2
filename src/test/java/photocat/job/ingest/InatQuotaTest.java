package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.http.HttpSettings;
import photocat.http.ScriptedServer.Answer;
import photocat.http.Timekeeper;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.inatapi.InatServer;
import photocat.source.inatapi.ObservationFilter;

/** Questions are counted over runs, and a spent day ends an ingest with what came. */
final class InatQuotaTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;
  private final Catalog catalog = NewCatalog.inMemory();
  private final List<String> said = new ArrayList<>();
  private InatServer server;
  private Path species;

  @BeforeEach
  void start() throws IOException {
    server =
        new InatServer()
            .taxon(11, "Viola alba", "species")
            .taxon(12, "Viola odorata", "species")
            .observations(11, 1, 3)
            .observations(12, 11, 3);
    species = folder.resolve("species.csv");
    Files.writeString(species, "name,inat_id\nViola alba,11\nViola odorata,12\n");
    limit(1, 1);
  }

  @AfterEach
  void stop() {
    catalog.close();
    server.close();
  }

  @Test
  void aSpentDayEndsWithWhatCameAndTheNextGoesOn() {
    InatApiIngest.Ingested first = ingest(NOON);

    assertThat(first.ended())
        .get()
        .extracting(PhotocatException::kind)
        .isEqualTo(ExitStatus.PARTIAL);
    assertThat(first.observations()).isEqualTo(3);
    assertThat(said).last().asString().contains("asked 1 question within a day");
    PhotocatException again =
        catchThrowableOfType(PhotocatException.class, () -> ingest(NOON.plusSeconds(60)));
    assertThat(again).as("nothing new may be asked").isNull();
    assertThat(server.asked()).hasSize(1);

    InatApiIngest.Ingested next = ingest(NOON.plus(Duration.ofHours(25)));

    assertThat(next.observations()).isEqualTo(6);
    assertThat(rows("SELECT count(*) FROM candidates")).containsExactly("6");
  }

  @Test
  void aClockThatWasSetBackHoldsNothingUp() {
    limit(1, 100);
    ingest(NOON);

    InatApiIngest.Ingested earlier = ingest(NOON.minus(Duration.ofDays(3)));

    assertThat(earlier.ended()).isEmpty();
    assertThat(earlier.observations()).isEqualTo(6);
  }

  @Test
  void throttlingWithoutAHeaderIsWaitedOut() {
    limit(1, 100);
    server.inTrouble(
        asked ->
            asked.number() < 4
                ? Optional.of(Answer.of(429, "<html>429 Too Many Requests</html>"))
                : Optional.empty());

    assertThat(ingest(NOON).observations()).isEqualTo(6);

    assertThat(said)
        .contains("127.0.0.1:%d: it answers HTTP 429; again in 2.0 s".formatted(port()));
    assertThat(rows("SELECT sum(questions) FROM host_questions")).containsExactly("5");
  }

  private int port() {
    return server.address().getPort();
  }

  private InatApiIngest.Ingested ingest(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (Session session = catalog.openSession()) {
      return new InatApiIngest(
              session,
              new Cancellation(),
              Progress.NONE,
              clock,
              new Timekeeper(clock, 1000),
              said::add)
          .run(
              new InatApiIngest.Request(
                  "flora",
                  Optional.of(species),
                  new ObservationFilter(
                      "any", Set.of(), List.of(), Optional.empty(), Optional.empty()),
                  3,
                  false,
                  server.address().toString(),
                  HttpSettings.DEFAULTS));
    }
  }

  private void limit(int gapMs, int perDay) {
    rows("DELETE FROM host_limits");
    rows(
        "INSERT INTO host_limits (host, gap_ms, questions_per_day, why) VALUES ('127.0.0.1', %d, %d, 'x')"
            .formatted(gapMs, perDay));
  }

  private List<String> rows(String sql) {
    return TestSql.rows(catalog, sql);
  }
}
