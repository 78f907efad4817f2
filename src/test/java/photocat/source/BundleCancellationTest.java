package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** A run that is stopped leaves neither threads nor files. */
final class BundleCancellationTest {
  @TempDir Path temp;
  private final Cancellation cancellation = new Cancellation();
  private Path file;
  private Path work;

  @BeforeEach
  void places() throws IOException {
    file = temp.resolve("bundle.tar");
    work = temp.resolve("work");
    String rows = "1\tname of somebody\tthat is long\n".repeat(300_000);
    Files.write(
        file,
        TestBundle.fourTables()
            .with(TestBundle.FOLDER + "observers.csv", "observer_id\tlogin\tname\n" + rows)
            .tar());
  }

  @Test
  void atMostThreePiecesLieOnDisk() throws Exception {
    CountDownLatch threePieces = new CountDownLatch(3);
    try (BundleReader reader = BundleReader.open(request(), cancellation, (read, total) -> {})) {
      int most = 0;
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        most = Math.max(most, work.toFile().list().length);
        threePieces.countDown();
      }

      assertThat(most).isBetween(1, 3);
      assertThat(threePieces.getCount()).isZero();
    }
  }

  @Test
  void closingEarlyEndsTheThreadAndRemovesTheFiles() {
    BundleReader reader = BundleReader.open(request(), cancellation, (read, total) -> {});
    assertThat(reader.next()).isPresent();

    reader.close();

    assertThat(work).doesNotExist();
    assertThat(readingThreads()).isZero();
  }

  @Test
  void cancellingStopsTheNextCall() {
    try (BundleReader reader = BundleReader.open(request(), cancellation, (read, total) -> {})) {
      assertThat(reader.next()).isPresent();

      cancellation.cancel();
      PhotocatException failure = catchThrowableOfType(PhotocatException.class, reader::next);

      assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
      assertThat(failure.message()).isEqualTo("reading " + file + " was stopped");
    }
    assertThat(work).doesNotExist();
    assertThat(readingThreads()).isZero();
  }

  @Test
  void stoppedReaderSaysSoAsOftenAsItIsAsked() {
    try (BundleReader reader = BundleReader.open(request(), cancellation, (read, total) -> {})) {
      cancellation.cancel();
      for (int time = 0; time < 5; time++) {
        PhotocatException failure = catchThrowableOfType(PhotocatException.class, reader::next);

        assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
      }
    }
  }

  @Test
  void cancellingFreesACallThatWaits() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + mute.getLocalPort() + "/bundle.tar.gz";
      BundleRequest slow = new BundleRequest(address, ReadBundle.HASTY, Optional.of(work), 1);
      CountDownLatch accepted = new CountDownLatch(1);
      Thread canceller =
          new Thread(
              () -> {
                try {
                  Socket connection = mute.accept();
                  accepted.countDown();
                  cancellation.cancel();
                  connection.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      canceller.start();

      try (BundleReader reader = BundleReader.open(slow, cancellation, (read, total) -> {})) {
        PhotocatException failure = catchThrowableOfType(PhotocatException.class, reader::next);

        assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
      }
      assertThat(accepted.await(10, TimeUnit.SECONDS)).isTrue();
      canceller.join(10_000);
    }
    assertThat(work).doesNotExist();
    assertThat(readingThreads()).isZero();
  }

  private BundleRequest request() {
    return new BundleRequest(file.toString(), ReadBundle.HASTY, Optional.of(work), 1 << 20);
  }

  private static long readingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("photocat-bundle"))
        .count();
  }
}
