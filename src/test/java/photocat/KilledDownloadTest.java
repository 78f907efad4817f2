package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.Session;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.Download;
import photocat.job.DownloadOptions;
import photocat.job.DownloadReport;
import photocat.job.JobSettings;
import photocat.job.Progress;
import photocat.job.RootChoice;
import photocat.job.ServerWishes;
import photocat.job.TestManifest;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Processes killed one after the other in the middle of a download, and the same download again.
 */
final class KilledDownloadTest {
  private static final int PHOTOS = 600;
  private static final List<Integer> BEFORE_THE_KILLS = List.of(100, 250, 450);
  private static final int CONNECTIONS = 16;
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 160, 120);

  @TempDir private Path folder;

  /** A life that ends when so many photos were answered; from then on each gets half an answer. */
  private record Life(int photos, CountDownLatch halfWay, CountDownLatch over) {
    Life(int photos) {
      this(photos, new CountDownLatch(1), new CountDownLatch(1));
    }
  }

  @Test
  void leavesNothingThatTheNextRunDoesNotMend() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    AtomicReference<Life> life = new AtomicReference<>(new Life(Integer.MAX_VALUE));
    try (PhotoServer server = new PhotoServer()) {
      server.onAny(
          (out, stage) -> {
            Life now = Objects.requireNonNull(life.get());
            if (answered.incrementAndGet() > now.photos()) {
              PhotoServer.announcing(PHOTO.length, half(), true).send(out, stage);
              now.halfWay().countDown();
              now.over().await(30, TimeUnit.SECONDS);
              return false;
            }
            return PhotoServer.ok(PHOTO).send(out, stage);
          });
      query(sql -> TestManifest.add(sql, 1, "m", PHOTOS));
      for (int photos : BEFORE_THE_KILLS) {
        Life now = new Life(photos);
        life.set(now);
        Process process = start(server);
        assertThat(now.halfWay().await(40, TimeUnit.SECONDS)).isTrue();
        process.destroyForcibly().waitFor();
        now.over().countDown();
        assertNothingHalfWritten();
      }
      life.set(new Life(Integer.MAX_VALUE));

      DownloadReport report = resume(server);

      assertThat(report.stored()).isEqualTo(PHOTOS + 1);
      assertThat(files()).hasSize(PHOTOS + 1).allMatch(file -> file.endsWith("_large.jpg"));
      assertNothingHalfWritten();
      assertThat(server.requests())
          .as("fetched again: in flight at most")
          .hasSizeLessThanOrEqualTo(PHOTOS + BEFORE_THE_KILLS.size() * CONNECTIONS);
      assertThat(query(sql -> sql.accept("SELECT outcome FROM download_runs ORDER BY run_id")))
          .containsExactly("interrupted", "interrupted", "interrupted", "done");
      assertThat(
              query(
                  sql ->
                      sql.accept(
                          "SELECT count(*), count(DISTINCT file_name) FROM downloads"
                              + " WHERE state IN ('done', 'adopted')")))
          .containsExactly((PHOTOS + 1) + "|" + (PHOTOS + 1));
    }
  }

  private void assertNothingHalfWritten() throws IOException {
    for (String file : files()) {
      if (!file.endsWith(".part")) {
        assertThat(folder.resolve("photos").resolve(file)).hasBinaryContent(PHOTO);
      }
    }
  }

  private Process start(PhotoServer server) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "photocat.Main",
            "--catalog=" + catalogue(),
            "download",
            "start",
            "m",
            "--root=photos",
            "--connections=" + CONNECTIONS,
            "--allow-private-hosts",
            "--photo-base-url=" + server.url(""));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("process.log").toFile())
        .start();
  }

  private DownloadReport resume(PhotoServer server) {
    try (Catalog catalog = Catalog.open(catalogue(), CatalogSettings.DEFAULTS)) {
      return new Download(catalog, Progress.NONE, new Cancellation(), InstantSource.system())
          .run(
              new DownloadOptions(
                  JobSettings.DEFAULTS,
                  "m",
                  RootChoice.LAST,
                  folder.resolve("never used"),
                  Optional.of(server.url("")),
                  new ServerWishes(CONNECTIONS, null, null, null, true, false),
                  false));
    }
  }

  private interface Statements {
    void run(Consumer<String> sql);
  }

  private List<String> query(Statements statements) {
    List<String> rows = new ArrayList<>();
    try (Catalog catalog = Catalog.open(catalogue(), CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      statements.run(sql -> session.execute(sql, List.of(), new TextRows(rows)));
    }
    return rows;
  }

  private record TextRows(List<String> rows) implements RowSink {
    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      return rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
    }
  }

  private Path catalogue() {
    return folder.resolve("photocat.duckdb");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve("photos").relativize(file).toString())
          .toList();
    }
  }

  private static byte[] half() {
    return Arrays.copyOf(PHOTO, PHOTO.length / 2);
  }
}
