package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.http.HttpSettings;
import photocat.model.PhotocatException;

/** A bundle behind a web server in this JVM. */
final class HttpBundleTest {
  @TempDir Path temp;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private byte[] bundle;
  private volatile String etag = "\"v1\"";
  private volatile boolean ranges = true;

  @BeforeEach
  void serve() throws IOException {
    bundle = largeBundle();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void readsABundleServedWithContentEncodingGzip() throws IOException {
    ReadBundle read = read(address(server.getAddress().getPort()), ReadBundle.HASTY);

    assertThat(read.text().get(BundleTable.TAXA)).isEqualTo(TestBundle.TAXA);
    assertThat(read.text()).hasSize(6);
    assertThat(read.readBytes()).isEqualTo(bundle.length);
    assertThat(read.snapshotDate()).contains(LocalDate.of(2026, 9, 27));
  }

  @Test
  void keepsTheWholeAddressButNoSecrets() {
    String path = "/" + "long/".repeat(30) + "bundle.tar.gz";

    BundleSource source =
        BundleSource.of("https://me:word@example.org" + path + "?sign=1", ReadBundle.HASTY);

    assertThat(source.name()).isEqualTo("https://example.org" + path);
  }

  @Test
  void resumesAConnectionThatIsCut() throws IOException {
    try (CuttingProxy proxy = proxy().cutting(1_500_000, 900_000)) {
      ReadBundle read = read(proxy.uri("/bundle.tar.gz").toString(), ReadBundle.HASTY);

      assertThat(read.readBytes()).isEqualTo(bundle.length);
      assertThat(proxy.requests()).hasSize(3);
      assertThat(proxy.requests().get(0)).doesNotContain("range:");
      assertThat(proxy.requests().get(1)).contains("range: bytes=1", "if-range: \"v1\"");
    }
  }

  @Test
  void goesOnWithAServerThatServesNoRanges() throws IOException {
    ranges = false;
    try (CuttingProxy proxy = proxy().cutting(1_500_000)) {
      ReadBundle read = read(proxy.uri("/bundle.tar.gz").toString(), ReadBundle.HASTY);

      assertThat(read.text()).hasSize(6);
      assertThat(proxy.requests()).hasSize(2);
    }
  }

  @Test
  void refusesABundleThatIsReplacedMeanwhile() throws IOException {
    try (CuttingProxy proxy = proxy().cutting(1_500_000)) {
      String address = proxy.uri("/replaced.tar.gz").toString();

      PhotocatException failure = failure(address, ReadBundle.HASTY);

      assertThat(failure.message()).endsWith(address + ": it was replaced while it was read");
    }
  }

  @Test
  void takesASilentServerForACutOne() {
    RemoteSettings impatient =
        new RemoteSettings(
            HttpSettings.DEFAULTS,
            Optional.empty(),
            "r",
            Duration.ofMillis(150),
            1,
            Duration.ofMillis(1));

    PhotocatException failure =
        failure(address(server.getAddress().getPort()).replace("bundle", "silent"), impatient);

    assertThat(failure.message()).endsWith(": the server does not answer");
  }

  @Test
  void namesTheAnswerOfAServerThatRefuses() {
    String address =
        "http://user:secret@127.0.0.1:" + server.getAddress().getPort() + "/missing?signature=abc";

    PhotocatException failure = failure(address, ReadBundle.HASTY);

    assertThat(failure.message())
        .isEqualTo(
            "cannot read http://127.0.0.1:%d/missing: the server answered HTTP 404"
                .formatted(server.getAddress().getPort()));
  }

  @Test
  void triesAgainWhenTheServerIsBusy() {
    PhotocatException failure =
        failure(address(server.getAddress().getPort()).replace("bundle", "busy"), ReadBundle.HASTY);

    assertThat(failure.message()).endsWith(": the server answered HTTP 503");
  }

  private final CountDownLatch never = new CountDownLatch(1);

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.contains("missing") || path.contains("busy")) {
      exchange.sendResponseHeaders(path.contains("busy") ? 503 : 404, -1);
      exchange.close();
      return;
    }
    if (path.contains("silent")) {
      try {
        never.await();
      } catch (InterruptedException stopped) {
        return;
      }
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean current = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from = 0;
    exchange.getResponseHeaders().set("ETag", etag);
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    if (ranges && range != null && current) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (bundle.length - 1) + "/" + bundle.length);
    }
    if (path.contains("replaced")) {
      etag = "\"v2\"";
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bundle.length - from);
    try (var body = exchange.getResponseBody()) {
      body.write(bundle, from, bundle.length - from);
    }
  }

  /** Three megabytes that gzip cannot make smaller. */
  static byte[] largeBundle() throws IOException {
    byte[] noise = new byte[3_000_000];
    new Random(5).nextBytes(noise);
    return TestBundle.sixTables().with("noise.bin", Arrays.copyOf(noise, noise.length)).tarGz();
  }

  private CuttingProxy proxy() throws IOException {
    return CuttingProxy.before(server.getAddress().getPort());
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port + "/bundle.tar.gz";
  }

  private ReadBundle read(String address, RemoteSettings settings) throws IOException {
    return ReadBundle.of(
        new BundleRequest(address, settings, Optional.of(temp.resolve("work")), 1 << 20));
  }

  private PhotocatException failure(String address, RemoteSettings settings) {
    PhotocatException failure =
        catchThrowableOfType(PhotocatException.class, () -> read(address, settings));
    assertThat(temp).isEmptyDirectory();
    return failure;
  }
}
