package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;
import photocat.store.LocalFolder;

/**
 * Ways that begin on the open internet and end behind it. Here 127.0.0.1 stands for the open
 * internet, and any other address for what must not be reached.
 */
@ExtendWith(LeakCheck.class)
final class AddressOnTheWayTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  private static final InetAddress OPEN = InetAddress.getLoopbackAddress();

  @TempDir Path root;
  private PhotoServer server;
  private FakeDns dns;
  private Trial trial;

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
    dns = new FakeDns();
    trial = new Trial(root);
  }

  @AfterEach
  void close() throws IOException {
    dns.close();
    server.close();
    trial.assertOnlyWholePhotos(PHOTO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.2:%d/p",
        "http://10.0.0.1/p",
        "http://[::1]:%d/p",
        "http://[::ffff:127.0.0.2]:%d/p",
        "http://[64:ff9b::a9fe:a9fe]/p",
        "http://2130706434:%d/p",
        "http://0177.0.0.2:%d/p",
        "http://0.0.0.0:%d/p",
        "//inside.example:%d/p"
      })
  void redirectDoesNotLeadBehindTheOpenInternet(String location) {
    dns.on("inside.example", "127.0.0.2");
    server.on("/p", PhotoServer.status(302, "Location: " + location.formatted(server.port())));

    run(Trial.SETTINGS, photos(1, "http://127.0.0.1:%d/p".formatted(server.port())));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("refused blocked_redirect");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void redirectWithinTheOpenInternetIsFollowed() {
    dns.on("open.example", "127.0.0.1");
    server.on("/p", PhotoServer.status(302, "Location: //open.example:" + server.port() + "/q"));

    run(Trial.SETTINGS, photos(1, server.url("/p")));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("done");
  }

  @Test
  void nameThatLeadsElsewhereTheNextTimeGainsNothing() {
    dns.on("turncoat.example", "127.0.0.1", "127.0.0.2");
    FetchSettings settings = Trial.FORGETFUL.with(FetchSettings.MAX_CONNECTIONS, 1);

    run(settings, photos(200, "http://turncoat.example:%d/p".formatted(server.port())));

    assertThat(trial.ended.values())
        .extracting(Trial::words)
        .contains("done", "refused blocked_address")
        .containsOnly("done", "refused blocked_address");
  }

  @Test
  void nameOfTwoPlacesLeadsToTheOpenOneOnly() {
    dns.on("both.example", "127.0.0.2 127.0.0.1 169.254.169.254");

    run(Trial.SETTINGS, photos(20, "http://both.example:%d/p".formatted(server.port())));

    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("done");
    assertThat(trial.retries).isEmpty();
  }

  private void run(FetchSettings settings, List<FetchRequest> requests) {
    LocalFolder store = new LocalFolder(root);
    Bugs bugs = new Bugs();
    try (DiskWorkers disk = new DiskWorkers(1, bugs);
        Servers servers = new Servers(new SharedServers(), settings.politeness());
        Resolver resolver =
            new Resolver(OPEN::equals, Duration.ofSeconds(1), Optional.of(dns.address()));
        Network network = new Network(1, new DefaultTls(), settings, bugs)) {
      Engine engine =
          new Engine(new FetchLimits(settings), store, disk, servers, resolver, network, bugs);
      new FetchRun(engine, requests.iterator(), trial, new Cancellation()).run();
    }
  }

  private static List<FetchRequest> photos(int count, String url) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      requests.add(new FetchRequest(i, url, List.of(i + ".jpg")));
    }
    return requests;
  }
}
