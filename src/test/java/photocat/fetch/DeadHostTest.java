package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/**
 * Names that lead nowhere and hosts that are away: given up soon, without holding up the others.
 */
@ExtendWith(LeakCheck.class)
final class DeadHostTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  private static final int MANY = 6_000;

  @TempDir Path root;
  private PhotoServer server;
  private FakeDns dns;
  private Trial trial;

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
    dns = new FakeDns().on("well.example", "127.0.0.1");
    trial = new Trial(root).asking(dns);
  }

  @AfterEach
  void close() throws IOException {
    dns.close();
    server.close();
  }

  @Test
  void nameThatDoesNotExistIsAskedForThreeTimesWhateverItsPhotos() {
    FetchSummary summary = run(both("gone.example", 200));

    assertThat(summary.reasons()).containsOnlyKeys("dns_nx").containsValue(200L);
    assertThat(summary.count(FetchState.DONE)).isEqualTo(200);
    assertThat(dns.questions().stream().filter("gone.example"::equals)).hasSize(3);
  }

  @Test
  void nameServerInTroubleIsAskedAgain() {
    dns.on("sick.example", FakeDns.SERVFAIL, FakeDns.SILENCE, "127.0.0.1");

    FetchSummary summary = run(photos("sick.example", 1, 50));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(50);
  }

  @Test
  void nameThatComesBackIsFetched() {
    dns.on("fickle.example", FakeDns.NXDOMAIN, FakeDns.NXDOMAIN, "127.0.0.1");

    FetchSummary summary = run(photos("fickle.example", 1, 50));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(50);
  }

  @Test
  void addressThatWasKnownIsUsedOnWhileNoNameServerAnswers() {
    dns.on("well.example", "127.0.0.1", FakeDns.SERVFAIL);

    FetchSummary summary =
        trial.run(Trial.FORGETFUL, new Cancellation(), photos("well.example", 1, 100));

    assertThat(summary.count(FetchState.DONE)).isEqualTo(100);
    assertThat(dns.questions()).hasSizeGreaterThan(1);
  }

  @Test
  void withoutANetworkAllIsGivenUpInSeconds() {
    dns.on("well.example", FakeDns.SILENCE);

    FetchSummary summary = run(photos("well.example", 1, MANY));

    assertThat(summary.reasons()).containsExactly(Map.entry("dns_failed", (long) MANY));
    assertThat(summary.elapsed()).isLessThan(Duration.ofSeconds(10));
    assertThat(trial.hosts.get(trial.hosts.size() - 1).reason()).isEqualTo("dns_failed");
    assertThat(dns.questions()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void hostThatRefusesConnectionsIsGivenUpInSecondsAndTheOthersGoOn() throws IOException {
    int closed = freePort();
    List<FetchRequest> requests = new ArrayList<>(photos("well.example", 1, 100));
    for (int i = 101; i <= MANY; i++) {
      requests.add(new FetchRequest(i, "http://127.0.0.1:" + closed + "/", List.of(i + ".jpg")));
    }

    FetchSummary summary = run(requests);

    assertThat(summary.count(FetchState.DONE)).isEqualTo(100);
    assertThat(summary.count(FetchState.RETRY)).isEqualTo(MANY - 100);
    // The first few may use up their tries before.
    assertThat(summary.reasons()).containsKey("host_parked");
    assertThat(summary.reasons().get("host_parked")).isGreaterThan(MANY - 300);
    assertThat(trial.givenUp).containsExactly("127.0.0.1 connect_failed");
    assertThat(summary.elapsed()).isLessThan(Duration.ofSeconds(10));
  }

  /** It is silent until all others are there: they cannot have waited for it. */
  @Test
  void hostThatNeverAnswersDoesNotHoldUpTheOthers() throws IOException {
    int hosts = 40;
    int each = 5;
    int photos = hosts * each;
    CountDownLatch others = new CountDownLatch(photos);
    server.onAny(
        (out, stage) -> {
          others.countDown();
          return PhotoServer.ok(PHOTO).send(out, stage);
        });
    List<FetchRequest> requests = new ArrayList<>();
    try (PhotoServer hole = new PhotoServer()) {
      hole.onAny(
          (out, stage) -> {
            others.await(30, TimeUnit.SECONDS);
            return PhotoServer.status(404).send(out, stage);
          });
      dns.on("hole.example", "127.0.0.1");
      for (int i = 1; i <= 100; i++) {
        String url = "http://hole.example:%d/%d".formatted(hole.port(), i);
        requests.add(new FetchRequest(i, url, List.of(i + ".jpg")));
      }
      for (int i = 0; i < hosts; i++) {
        dns.on("h" + i + ".example", "127.0.0.1");
        requests.addAll(photos("h" + i + ".example", 101 + i * each, each));
      }

      FetchSummary summary =
          trial.run(Trial.withHosts("*.example,,2,6,,,,,no,any"), new Cancellation(), requests);

      assertThat(summary.count(FetchState.DONE)).isEqualTo(photos);
      assertThat(summary.count(FetchState.GONE)).isEqualTo(100);
      assertThat(others.getCount()).isZero();
    }
  }

  @Test
  void hostThatRecoversIsFetchedToTheEnd() {
    PhotoServer.Answer broken = (out, stage) -> stage.reset();
    for (int i = 1; i <= 30; i++) {
      server.on("/" + i, broken, PhotoServer.ok(PHOTO));
    }
    server.on("/0", PhotoServer.ok(PHOTO));
    List<FetchRequest> requests = new ArrayList<>(photos("well.example", 0, 1));
    requests.addAll(photos("well.example", 1, 200));

    FetchSummary summary = run(requests);

    assertThat(summary.count(FetchState.DONE)).isEqualTo(201);
  }

  @Test
  void hostInTroubleIsNotAskedForEverythingAgain() {
    server.onAny(PhotoServer.status(500));

    FetchSummary summary = run(photos("well.example", 1, 400));

    assertThat(summary.count(FetchState.RETRY)).isEqualTo(400);
    assertThat(server.requests()).hasSizeLessThan(100);
  }

  @Test
  void nameThatLeadsToThisMachineIsRefused() {
    trial.run(
        Trial.SETTINGS.with(FetchSettings.ALLOW_PRIVATE_HOSTS, false),
        new Cancellation(),
        photos("well.example", 1, 3));

    assertThat(trial.ended.values())
        .extracting(Trial::words)
        .containsOnly("refused blocked_address");
    assertThat(server.requests()).isEmpty();
  }

  private FetchSummary run(List<FetchRequest> requests) {
    return trial.run(Trial.SETTINGS, new Cancellation(), requests);
  }

  private List<FetchRequest> both(String other, int each) {
    List<FetchRequest> requests = new ArrayList<>(photos("well.example", 1, each));
    requests.addAll(photos(other, each + 1, each));
    return requests;
  }

  private List<FetchRequest> photos(String host, int first, int count) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      String url = "http://%s:%d/%d".formatted(host, server.port(), i);
      requests.add(new FetchRequest(i, url, List.of(i + ".jpg")));
    }
    return requests;
  }

  private static int freePort() throws IOException {
    try (PhotoServer other = new PhotoServer()) {
      return other.port();
    }
  }
}
