package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.fetch.FetchSettings;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.JobSettings;
import photocat.job.Jobs;
import photocat.job.LiveSettings;
import photocat.job.Progress;
import photocat.job.TestManifest;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.Chosen;
import photocat.store.Fsync;
import photocat.store.StoreSettings;

/** A download while it runs, stops and breaks. */
final class DownloadTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  private static final String STATES =
      "SELECT state, count(*) FROM downloads GROUP BY ALL ORDER BY ALL";
  private static final String RUNS = "SELECT outcome FROM download_runs ORDER BY run_id";

  @TempDir private Path root;
  private Catalog catalog;
  private PhotoServer server;

  @BeforeEach
  void open() throws IOException {
    catalog = NewCatalog.inMemory();
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    catalog.close();
  }

  @Test
  void rowsAreSeenByOthersWhileFilesLand() throws Exception {
    TestManifest.add(this::rows, 1, "m", 4);
    CountDownLatch seen = new CountDownLatch(1);
    server.on(
        "/photos/2/large.jpg",
        (out, stage) -> {
          seen.await(20, TimeUnit.SECONDS);
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    CompletableFuture<DownloadReport> download =
        CompletableFuture.supplyAsync(() -> run(new Cancellation()));
    List<String> states = rows(STATES);
    while (!states.equals(List.of("active|1", "done|4")) && !download.isDone()) {
      states = rows(STATES);
    }
    seen.countDown();

    assertThat(states).containsExactly("active|1", "done|4");
    assertThat(download.get(20, TimeUnit.SECONDS).stored()).isEqualTo(5);
    assertThat(rows(STATES)).containsExactly("done|5");
  }

  @Test
  void stoppedRunSaysSoAndTheNextGoesOn() {
    TestManifest.add(this::rows, 1, "m", 50);
    Cancellation cancellation = new Cancellation();
    server.on(
        "/photos/9/large.jpg",
        (out, stage) -> {
          cancellation.cancel();
          return stage.hang();
        },
        PhotoServer.ok(PHOTO));

    assertThatThrownBy(() -> run(cancellation))
        .asInstanceOf(type(PhotocatException.class))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(ExitStatus.INTERRUPTED);
              assertThat(e.message()).startsWith("the download of m was stopped after ");
              assertThat(e.hint()).contains("'download start m' goes on");
            });
    List<String> unfinished =
        rows("SELECT DISTINCT state FROM downloads WHERE state NOT IN ('done') ORDER BY ALL");
    DownloadReport report = run(new Cancellation());

    assertThat(unfinished).containsExactly("pending");
    assertThat(report.stored()).isEqualTo(51);
    assertThat(rows(RUNS)).containsExactly("interrupted", "done");
    assertThat(server.paths().stream().distinct().count()).isEqualTo(50);
    assertThat(server.paths()).hasSizeLessThanOrEqualTo(51);
  }

  @Test
  void catalogueThatRefusesRowsEndsTheRun() {
    TestManifest.add(this::rows, 1, "m", 20_000);
    server.on(
        "/photos/3/large.jpg",
        (out, stage) -> {
          rows("ALTER TABLE download_events ADD COLUMN unheard_of INTEGER");
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    assertThatThrownBy(() -> run(new Cancellation())).isInstanceOf(PhotocatException.class);

    assertThat(rows(RUNS)).containsExactly("failed");
    assertThat(server.requests()).hasSizeLessThan(20_000);
  }

  @Test
  void photosThatAreTriedAgainKeepARowForEachTry() {
    TestManifest.add(this::rows, 1, "m", 2);
    server.on("/photos/2/large.jpg", PhotoServer.status(500), PhotoServer.ok(PHOTO));

    run(new Cancellation());

    assertThat(
            rows(
                """
                SELECT e.state, e.attempt, e.http_status, e.reason
                FROM download_events AS e
                JOIN manifest_photos AS p ON p.file_id = e.file_id
                WHERE p.photo_id = 2 AND e.state <> 'active'
                ORDER BY e.rowid
                """))
        .containsExactly("retry|1|500|http_500", "done|2|200|null");
  }

  /** As when nobody reads standard output any more. */
  @Test
  void watcherThatThrowsEndsTheRunAndLeavesNothingActive() {
    TestManifest.add(this::rows, 1, "m", 2);
    server.on("/photos/2/large.jpg", (out, stage) -> stage.hang());
    DownloadWatcher watcher =
        new DownloadWatcher(
            note -> {},
            moment -> {
              throw new IllegalStateException("nobody reads");
            });

    assertThatThrownBy(() -> run(new Cancellation(), watcher)).hasMessage("nobody reads");

    assertThat(rows(STATES)).containsExactly("done|2", "pending|1");
    assertThat(rows(RUNS)).containsExactly("failed");
  }

  private DownloadReport run(Cancellation cancellation) {
    return run(cancellation, DownloadWatcher.NOBODY);
  }

  private DownloadReport run(Cancellation cancellation, DownloadWatcher watcher) {
    return new Download(catalog, new Jobs(), Progress.NONE, cancellation, InstantSource.system())
        .run(
            new DownloadOptions(
                JobSettings.DEFAULTS,
                "m",
                RootChoice.of(root.toString()),
                root,
                Optional.of(server.url("/photos")),
                Chosen.NOTHING
                    .with(FetchSettings.MAX_CONNECTIONS, 4)
                    .with(FetchSettings.ALLOW_PRIVATE_HOSTS, true)
                    // One of these fetches ten thousand.
                    .with(StoreSettings.FSYNC, Fsync.NONE),
                false),
            new LiveSettings(),
            watcher);
  }

  private List<String> rows(String sql) {
    return TestSql.rows(catalog, sql);
  }
}
