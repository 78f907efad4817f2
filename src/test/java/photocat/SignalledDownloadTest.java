package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;

/** A process that is asked to end in the middle of a download. */
final class SignalledDownloadTest {
  private static final int PHOTOS = 300;
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 160, 120);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"HUP,129", "INT,130", "TERM,143"})
  void endsInOrderAndTheNextRunGoesOn(String signal, int exitCode) throws Exception {
    AtomicInteger answered = new AtomicInteger();
    CountDownLatch halfWay = new CountDownLatch(1);
    try (PhotoServer server = new PhotoServer()) {
      server.onAny(
          (out, stage) -> {
            if (answered.incrementAndGet() > PHOTOS / 2) {
              PhotoServer.announcing(PHOTO.length, half(), true).send(out, stage);
              halfWay.countDown();
              return stage.hang();
            }
            return PhotoServer.ok(PHOTO).send(out, stage);
          });
      DownloadHome home = DownloadHome.in(folder, PHOTOS);
      Process process = home.download(server, "SELECT 1");
      assertThat(halfWay.await(40, TimeUnit.SECONDS)).as(home.said()).isTrue();

      OtherJvm.signal(signal, process.toHandle());

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(home.said()).isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
      assertThat(home.said())
          .contains("error: the download of m was stopped after ", "'download start m' goes on");
      assertThat(home.files()).allMatch(file -> file.endsWith("_large.jpg"));
      home.assertNothingHalfWritten(PHOTO);
      assertThat(home.rows("SELECT outcome FROM download_runs")).containsExactly("interrupted");
      assertThat(home.rows("SELECT DISTINCT state FROM downloads ORDER BY ALL"))
          .containsExactly("done", "pending");
      assertThat(home.rows("SELECT count(*) FROM downloads WHERE state = 'done'"))
          .containsExactly(Integer.toString(home.files().size()));
    }
    try (PhotoServer server = new PhotoServer().onAny(PhotoServer.ok(PHOTO))) {
      DownloadHome home = new DownloadHome(folder);
      int there = home.files().size();

      assertThat(home.resume(server).stored()).isEqualTo(PHOTOS + 1);
      assertThat(server.requests().size()).isBetween(PHOTOS - there, PHOTOS - there + 1);
    }
  }

  /** Of {@code nohup photocat}, and of {@code photocat &} in a script. */
  @ParameterizedTest
  @ValueSource(strings = {"HUP", "INT"})
  void goesOnWhereItsParentHasItIgnoreTheSignal(String signal) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch signalled = new CountDownLatch(1);
    try (PhotoServer server = new PhotoServer()) {
      server.onAny(
          (out, stage) -> {
            begun.countDown();
            signalled.await(30, TimeUnit.SECONDS);
            return PhotoServer.ok(PHOTO).send(out, stage);
          });
      DownloadHome home = DownloadHome.in(folder, PHOTOS);
      List<String> command = home.command(server, "SELECT 1", home.catalogue(), home.photos());
      Process process = home.start(OtherJvm.ignoring(signal, command));
      assertThat(begun.await(40, TimeUnit.SECONDS)).as(home.said()).isTrue();

      OtherJvm.signal(signal, process.toHandle());
      signalled.countDown();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(home.said()).isTrue();
      assertThat(process.exitValue()).as(home.said()).isZero();
      assertThat(home.files()).hasSize(PHOTOS + 1);
    }
  }

  private static byte[] half() {
    return Arrays.copyOf(PHOTO, PHOTO.length / 2);
  }
}
