package photocat.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.fetch.FetchSettings;
import photocat.fetch.HostTable;
import photocat.fetch.PhotoServer;
import photocat.fetch.Politeness;
import photocat.http.Network;
import photocat.image.SamplePhotos;
import photocat.job.download.Download;
import photocat.job.download.DownloadOptions;
import photocat.job.download.DownloadReport;
import photocat.job.download.RootChoice;
import photocat.model.Cancellation;
import photocat.model.setting.Chosen;
import photocat.source.SourceSettings;
import photocat.store.StoreSettings;

/** A host that gives a million bytes an hour, over several runs. */
final class DownloadQuotaTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 900, 620);
  private static final int WITHIN = 1 + 1_000_000 / PHOTO.length;
  private static final String STATES =
      "SELECT state, reason, count(*) FROM downloads GROUP BY ALL ORDER BY ALL";
  private static final String TABLE =
      """
      hosts,path,connections,max_connections,requests_per_s,max_requests_per_s,gb_per_hour,gb_per_day,contact,why
      127.0.0.1,,1,1,,,0.001,,no,test
      """;

  @TempDir private Path root;
  private Catalog catalog;
  private PhotoServer server;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");

  @BeforeEach
  void open() throws IOException {
    catalog = NewCatalog.inMemory();
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
    TestManifest.add(this::rows, 1, "m", 20);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    catalog.close();
  }

  @Test
  void whatOneRunSpentTheNextDoesNotSpendAgain() {
    DownloadReport first = run(false);
    int asked = server.requests().size();
    now = now.plus(Duration.ofMinutes(1));
    run(true);

    assertThat(asked).isEqualTo(WITHIN);
    assertThat(server.requests()).hasSize(WITHIN);
    assertThat(first.missing()).hasSize(1);
    assertThat(first.missing().get(0).reason()).isEqualTo("quota_spent");
    assertThat(first.missing().get(0).notBefore().orElseThrow())
        .isBetween(now.plusSeconds(3400), now.plusSeconds(3601));
    assertThat(rows("SELECT sum(received_bytes) FROM download_hosts"))
        .containsExactly(String.valueOf((long) WITHIN * PHOTO.length));
  }

  @Test
  void whatTwoRunsSpendSideBySideCountsForBoth() throws Exception {
    TestManifest.add(this::rows, 2, "n", 20);
    Jobs jobs = new Jobs();
    ExecutorService both = Executors.newFixedThreadPool(2);

    Future<DownloadReport> one = both.submit(() -> run(jobs, "m", false));
    Future<DownloadReport> another = both.submit(() -> run(jobs, "n", false));
    both.shutdown();

    assertThat(one.get().fetched() + another.get().fetched()).isEqualTo(WITHIN);
    assertThat(server.requests()).hasSize(WITHIN);
  }

  @Test
  void photosWaitForTheTimeThatTheirHostNamed() {
    run(false);
    now = now.plus(Duration.ofMinutes(30));
    run(false);
    List<String> events = rows("SELECT count(*) FROM download_events WHERE run_id = 2");
    now = now.plus(Duration.ofMinutes(32));
    run(false);

    assertThat(events).containsExactly("0");
    assertThat(server.requests()).hasSize(2 * WITHIN);
    assertThat(rows(STATES)).contains("retry|quota_spent|" + (21 - 2 * WITHIN - 1));
  }

  @Test
  void rowsOfHostsAreDroppedAfterTwoDays() {
    run(false);
    now = now.plus(Duration.ofDays(2)).plusSeconds(1);
    run(false);

    assertThat(rows("SELECT DISTINCT run_id FROM download_hosts")).containsExactly("2");
  }

  private DownloadReport run(boolean retry) {
    return run(new Jobs(), "m", retry);
  }

  private DownloadReport run(Jobs jobs, String manifest, boolean retry) {
    Politeness polite = Politeness.DEFAULTS;
    FetchSettings fetch =
        FetchSettings.DEFAULTS.withPoliteness(
            new Politeness(
                polite.userAgent(), "", false, HostTable.withOwn(TABLE), polite.times()));
    return new Download(catalog, jobs, Progress.NONE, new Cancellation(), InstantSource.fixed(now))
        .run(
            new DownloadOptions(
                new JobSettings(
                    fetch, StoreSettings.DEFAULTS, Network.DIRECT, SourceSettings.DEFAULTS),
                manifest,
                RootChoice.of(root.resolve(manifest).toString()),
                root,
                Optional.of(server.url("")),
                Chosen.NOTHING.with(FetchSettings.ALLOW_PRIVATE_HOSTS, true),
                retry));
  }

  private List<String> rows(String sql) {
    return TestSql.rows(catalog, sql);
  }
}
