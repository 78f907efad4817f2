package photocat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.source.TestBundle;

/** A process that is killed while it ingests. */
final class IngestKilledTest {
  private static final long PATIENCE_SECONDS = 50;

  @TempDir private Path folder;
  private final CountDownLatch midway = new CountDownLatch(1);

  @Test
  void leavesTheSnapshotBeforeWholeAndTheNextIngestTidiesUp() throws Exception {
    Path small = folder.resolve("small.tar");
    Files.write(small, TestBundle.sixTables().tar());
    assertThat(finished("ingest", "inat-open-data", "--from", "small.tar")).isZero();
    byte[] large = largeBundle();

    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> serveAllButTheEnd(server, large));
      serving.start();
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/large.tar";
      Process killed = start("ingest", "inat-open-data", "--from", address);
      assertThat(midway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      killed.destroyForcibly();
      assertThat(killed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      serving.interrupt();
      serving.join();
    }

    assertThat(work()).isNotEmptyDirectory();
    assertThat(answer("SELECT taxon_id FROM inat_taxa ORDER BY ALL"))
        .isEqualTo("taxon_id\n47126\n48460\n7000001\n");
    assertThat(answer("SELECT origin FROM snapshots")).isEqualTo("origin\n" + small + "\n");
    assertThat(finished("ingest", "inat-open-data", "--from", "small.tar")).isZero();
    assertThat(work()).doesNotExist();
  }

  /** An archive behind an address is fetched first: what lies there of a killed run is removed. */
  @Test
  void leavesTheArchiveBeforeWholeAndNoCopyOfThatOfWhichItWasKilled() throws Exception {
    String header = "occurrenceID,scientificName,associatedMedia\n";
    Files.writeString(folder.resolve("a.csv"), header + "o1,Viola alba,https://h/1.jpg\n");
    assertThat(finished("ingest", "dwca", "a.csv")).isZero();
    byte[] large = (header + "o2,Viola odorata,https://h/2.jpg\n".repeat(9000)).getBytes(UTF_8);

    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> serveAllButTheEnd(server, large));
      serving.start();
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/a.csv";
      Process killed = start("ingest", "dwca", address);
      assertThat(midway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      killed.destroyForcibly();
      assertThat(killed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      serving.interrupt();
      serving.join();
    }

    assertThat(answer("SELECT url FROM candidates")).isEqualTo("url\nhttps://h/1.jpg\n");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, large.length);
          exchange.getResponseBody().write(large);
          exchange.close();
        });
    server.start();
    String whole = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.csv";
    assertThat(finished("ingest", "dwca", whole)).isZero();
    server.stop(0);
    assertThat(answer("SELECT DISTINCT url FROM candidates")).isEqualTo("url\nhttps://h/2.jpg\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).noneMatch(path -> path.toString().contains(".ingest"));
    }
  }

  /**
   * Sends so much of the photos that the process must have taken the taxa in: at most three pieces
   * lie on its disk, and the photos are the fourth.
   */
  private void serveAllButTheEnd(ServerSocket server, byte[] bundle) {
    try (Socket client = server.accept()) {
      client.getInputStream().read();
      OutputStream out = client.getOutputStream();
      String head = "HTTP/1.1 200 OK\r\nContent-Length: " + bundle.length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(bundle, 0, bundle.length - 20_000);
      midway.countDown();
      new CountDownLatch(1).await();
    } catch (IOException | InterruptedException over) {
      // The process was killed, as it should be.
    }
  }

  private static byte[] largeBundle() throws IOException {
    String row = TestBundle.PHOTOS.lines().skip(1).findFirst().orElseThrow() + "\n";
    return TestBundle.fourTables()
        .with(TestBundle.FOLDER + "taxa.csv", TestBundle.TAXA.replace("47126\t", "5\t"))
        .with(TestBundle.FOLDER + "photos.csv", TestBundle.PHOTOS + row.repeat(300_000))
        .tar();
  }

  private Path work() {
    return folder.resolve("photocat.duckdb.ingest");
  }

  private int finished(String... arguments) throws Exception {
    Process process = start(arguments);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String answer(String sql) throws Exception {
    Process process = start("-c", sql);
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return answer;
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OtherJvm.photocat(arguments)).directory(folder.toFile());
    builder.environment().put("PHOTOCAT_CATALOG", "photocat.duckdb");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
