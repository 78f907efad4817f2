package photocat.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;
import photocat.store.LocalFolder;

@ExtendWith(LeakCheck.class)
final class TlsTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 900, 600);
  @TempDir static Path keys;
  private static TestTls tls;
  private static PhotoServer server;
  @TempDir Path root;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    tls = TestTls.create(keys);
    server = new PhotoServer(tls.server());
    server.on("/p", PhotoServer.ok(PHOTO));
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @Test
  void photoArrivesWholeFromAHostWithATrustedCertificate() {
    String words = fetch("https://localhost:" + server.port() + "/p");

    assertThat(words).isEqualTo("done");
    assertThat(root.resolve("1.jpg")).hasBinaryContent(PHOTO);
  }

  @Test
  void certificateForAnotherNameIsNotTrusted() {
    assertThat(fetch("https://127.0.0.1:" + server.port() + "/p"))
        .isEqualTo("failed tls_wrong_host");
  }

  @Test
  void unknownCertificateIsNotTrusted() {
    Trial trial = new Trial(root);

    assertThat(trial.wordsFor("https://localhost:" + server.port() + "/p"))
        .isEqualTo("failed tls_untrusted");
  }

  @Test
  void expiredCertificateIsNotTrusted(@TempDir Path oldKeys) throws Exception {
    TestTls old = TestTls.createExpired(oldKeys);
    try (PhotoServer late = new PhotoServer(old.server()).onAny(PhotoServer.ok(PHOTO))) {
      assertThat(fetch("https://localhost:" + late.port() + "/p", old))
          .isEqualTo("failed tls_expired");
      assertThat(late.requests()).isEmpty();
    }
  }

  @Test
  void serverThatDoesNotSpeakTlsIsAskedOnce() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerInPlain(plain, connections), "plain-server");
      server.setDaemon(true);
      server.start();

      assertThat(fetch("https://localhost:" + plain.getLocalPort() + "/p"))
          .isEqualTo("failed tls_failed");
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void serverOfTlsAskedInPlainGivesNothing() {
    Trial trial = new Trial(root);

    assertThat(trial.wordsFor("http://localhost:" + server.port() + "/p"))
        .isEqualTo("failed protocol");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void handshakeThatNeverEndsMayEndNextTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Trial trial = new Trial(root);
      FetchSettings impatient =
          Trial.settings(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20));

      String words = trial.wordsFor("https://localhost:" + silent.getLocalPort() + "/p", impatient);

      assertThat(words).isEqualTo("retry connect_timeout");
    }
  }

  private static void answerInPlain(ServerSocket plain, AtomicInteger connections) {
    try {
      while (true) {
        try (Socket connection = plain.accept()) {
          connections.incrementAndGet();
          connection.getInputStream().read(new byte[4096]);
          connection.getOutputStream().write(PhotoServer.head(400).getBytes(ISO_8859_1));
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private String fetch(String url) {
    return fetch(url, tls);
  }

  private String fetch(String url, TestTls trusted) {
    Trial trial = new Trial(root);
    new PhotoFetcher(
            new FetchLimits(Trial.SETTINGS),
            new LocalFolder(root),
            new SharedServers(),
            trusted::trusting,
            Optional.empty())
        .run(
            List.of(new FetchRequest(1, url, List.of("1.jpg"))).iterator(),
            trial,
            new Cancellation());
    return Trial.words(trial.outcome(1));
  }
}
