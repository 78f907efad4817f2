package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.download.DownloadReport;

/**
 * Processes killed one after the other in the middle of a download, and the same download again.
 */
final class KilledDownloadTest {
  private static final int PHOTOS = 600;

  /** Each ends when so many photos were answered in all. */
  private static final List<Integer> LIVES = List.of(80, 200, 350, 500);

  /**
   * Which they have by turns: with DuckDB's usual one no checkpoint falls into a life, with the
   * other each commit is one.
   */
  private static final List<String> CHECKPOINT_THRESHOLDS = List.of("16MB", "1KB");

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
      DownloadHome home = DownloadHome.in(folder, PHOTOS);
      for (int i = 0; i < LIVES.size(); i++) {
        Life now = new Life(LIVES.get(i));
        String threshold = CHECKPOINT_THRESHOLDS.get(i % CHECKPOINT_THRESHOLDS.size());
        life.set(now);
        Process process =
            home.download(server, "SET GLOBAL checkpoint_threshold = '%s'".formatted(threshold));
        assertThat(now.halfWay().await(40, TimeUnit.SECONDS)).as(home.said()).isTrue();
        process.destroyForcibly().waitFor();
        now.over().countDown();
        home.assertNothingHalfWritten(PHOTO);
      }
      life.set(new Life(Integer.MAX_VALUE));

      DownloadReport report = home.resume(server);

      assertThat(report.stored()).isEqualTo(PHOTOS + 1);
      assertThat(home.files()).hasSize(PHOTOS + 1).allMatch(file -> file.endsWith("_large.jpg"));
      home.assertNothingHalfWritten(PHOTO);
      assertThat(server.requests())
          .as("fetched again: in flight at most")
          .hasSizeLessThanOrEqualTo(PHOTOS + LIVES.size() * DownloadHome.CONNECTIONS);
      assertThat(home.rows("SELECT outcome FROM download_runs ORDER BY run_id"))
          .containsExactly("interrupted", "interrupted", "interrupted", "interrupted", "done");
      assertThat(
              home.rows(
                  "SELECT count(*), count(DISTINCT file_name) FROM downloads"
                      + " WHERE state IN ('done', 'adopted')"))
          .containsExactly((PHOTOS + 1) + "|" + (PHOTOS + 1));
    }
  }

  private static byte[] half() {
    return Arrays.copyOf(PHOTO, PHOTO.length / 2);
  }
}
