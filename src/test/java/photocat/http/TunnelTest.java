package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.fetch.TestTls;
import photocat.http.HttpSettings.Patience;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** TLS through a proxy that wants a password, to a server whose authority is a company's own. */
final class TunnelTest {
  private static final String ANN = "Basic YW5uOnNlY3JldA==";
  private static final URI ADDRESS = URI.create("https://api.example/photos/1/original.jpg");

  @TempDir private static Path folder;
  private static PhotoServer server;
  private static ConnectProxy proxy;

  @BeforeAll
  static void start() throws Exception {
    server = new PhotoServer(TestTls.create(folder).server());
    server.onAny(PhotoServer.ok(new byte[] {'4', '2'}));
    proxy = new ConnectProxy(ANN, server.port());
  }

  @AfterAll
  static void stop() throws Exception {
    proxy.close();
    server.close();
  }

  @Test
  void opensATunnelWithThePassword() throws Exception {
    ApiAnswer answer = client("ann:secret@", Optional.of(TestTls.pem(folder))).send(question());

    assertThat(answer.text()).isEqualTo("42");
    assertThat(proxy.heads().get(proxy.heads().size() - 1)).startsWith("CONNECT api.example:443 ");
  }

  @Test
  void saysThatTheProxyWantsAPassword() throws Exception {
    assertThat(failure("", Optional.of(TestTls.pem(folder))).message())
        .isEqualTo("cannot ask api.example: the proxy wants a password");
  }

  @Test
  void trustsNobodyElse() {
    assertThat(failure("ann:secret@", Optional.empty()).message())
        .isEqualTo(
            "cannot ask api.example: the server's certificate is signed by nobody whom Java"
                + " knows");
  }

  @Test
  void refusesAFileWithoutCertificates() throws Exception {
    Path other = Files.writeString(folder.resolve("other.pem"), "not a certificate\n");

    PhotocatException failure = failure("", Optional.of(other));

    assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
    assertThat(failure.message()).startsWith("cannot read the certificates of " + other + ": ");
  }

  private static PhotocatException failure(String user, Optional<Path> certificates) {
    return catchThrowableOfType(
        PhotocatException.class, () -> client(user, certificates).send(question()));
  }

  private static ApiRequest question() {
    return ApiRequest.get(ADDRESS);
  }

  private static ApiClient client(String user, Optional<Path> certificates) {
    Patience patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            1,
            Duration.ofMillis(1),
            Duration.ofSeconds(1));
    Proxies proxies = Proxies.of(Map.of("https_proxy", "http://" + user + proxy.authority()));
    HttpSettings settings =
        new HttpSettings("photocat", false, new Network(proxies, certificates), patience);
    HostPace pace = new HostPace(List.of(), new UsageOfRun(), Timekeeper.WALL);
    return new ApiClient(settings, pace, Timekeeper.WALL, new Cancellation(), note -> {});
  }
}
