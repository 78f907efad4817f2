package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import photocat.job.TestManifest;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.RowSink;

/** A process killed in the middle of a download, and the same download again. */
final class KilledDownloadTest {
  private static final int PHOTOS = 600;
  private static final int BEFORE_THE_KILL = 350;
  private static final int CONNECTIONS = 16;
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 160, 120);

  @TempDir private Path folder;

  @Test
  void leavesNothingThatTheNextRunDoesNotMend() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    CountDownLatch halfWay = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (PhotoServer server = new PhotoServer()) {
      server.onAny(
          (out, stage) -> {
            if (answered.incrementAndGet() > BEFORE_THE_KILL && killed.getCount() > 0) {
              PhotoServer.announcing(PHOTO.length, half(), true).send(out, stage);
              halfWay.countDown();
              killed.await(30, TimeUnit.SECONDS);
              return false;
            }
            return PhotoServer.ok(PHOTO).send(out, stage);
          });
      query(sql -> TestManifest.add(sql, 1, "m", PHOTOS));
      Process process = start(server);
      assertThat(halfWay.await(40, TimeUnit.SECONDS)).isTrue();
      process.destroyForcibly().waitFor();
      killed.countDown();
      int before = server.requests().size();

      DownloadReport report = resume(server);

      assertThat(report.stored()).isEqualTo(PHOTOS + 1);
      assertThat(files()).hasSize(PHOTOS + 1).allMatch(file -> file.endsWith("_large.jpg"));
      for (String file : files()) {
        assertThat(folder.resolve("photos").resolve(file)).hasBinaryContent(PHOTO);
      }
      assertThat(server.requests().size() - before)
          .as("fetched again: in flight at most")
          .isLessThanOrEqualTo(PHOTOS - BEFORE_THE_KILL + CONNECTIONS);
      assertThat(query(sql -> sql.accept("SELECT outcome FROM download_runs ORDER BY run_id")))
          .containsExactly("interrupted", "done");
      assertThat(
              query(
                  sql ->
                      sql.accept(
                          "SELECT count(*), count(DISTINCT file_name) FROM downloads"
                              + " WHERE state IN ('done', 'adopted')")))
          .containsExactly((PHOTOS + 1) + "|" + (PHOTOS + 1));
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
                  OptionalInt.of(CONNECTIONS),
                  true,
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
