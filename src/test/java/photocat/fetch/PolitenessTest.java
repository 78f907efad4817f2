package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/** How hard the fetcher asks servers that have limits, and what it does not ask at all. */
@ExtendWith(LeakCheck.class)
final class PolitenessTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);

  @TempDir Path root;
  private PhotoServer server;
  private FakeDns dns;
  private Trial trial;
  private final SlowAnswer slow = new SlowAnswer(PHOTO);

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer().onAny(slow);
    dns = new FakeDns();
    trial = new Trial(root).asking(dns);
  }

  @AfterEach
  void close() throws IOException {
    dns.close();
    server.close();
  }

  @Test
  void hostGetsNoMoreConnectionsThanItsRowAllows() {
    run(Trial.withHosts("127.0.0.1,,2,3,,,,,no,small"), photos(30, server.url("/")));

    assertThat(slow.peak()).isEqualTo(3);
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("done");
  }

  @Test
  void userMayAllowLess() {
    slow.waitFor(2);

    run(Trial.SETTINGS.with(FetchSettings.PER_HOST, 2), photos(20, server.url("/")));

    assertThat(slow.peak()).isEqualTo(2);
  }

  @Test
  void privateHostGetsAllConnectionsAtOnce() {
    slow.waitFor(16);

    run(Trial.SETTINGS.with(FetchSettings.MAX_CONNECTIONS, 16), photos(100, server.url("/")));

    assertThat(slow.peak()).isEqualTo(16);
  }

  @Test
  void namesInOneRowShareItsLimits() {
    dns.on("a.example", "127.0.0.1").on("b.example", "127.0.0.1");

    run(Trial.withHosts("a.example b.example,,1,1,,,,,no,one"), twoHosts());

    assertThat(slow.peak()).isEqualTo(1);
  }

  @Test
  void namesOfOneSmallServerShareItsLimits() {
    dns.on("a.example", "127.0.0.1").on("b.example", "127.0.0.1");

    run(Trial.withHosts("*.example,,1,1,1000,1000,,,no,museums"), twoHosts());

    assertThat(slow.peak()).isEqualTo(1);
    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("done");
  }

  @Test
  void fastHostsShareNothing() {
    dns.on("a.example", "127.0.0.1").on("b.example", "127.0.0.1");

    run(Trial.withHosts("*.example,,1,1,,,,,no,buckets"), twoHosts());

    assertThat(slow.peak()).isEqualTo(2);
  }

  @Test
  void paceIsKept() {
    long before = System.nanoTime();

    run(Trial.withHosts("127.0.0.1,,4,4,20,20,,,no,slow"), photos(8, server.url("/")));

    assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
  }

  @Test
  void speedIsKept() {
    long before = System.nanoTime();

    run(Trial.SETTINGS.with(FetchSettings.MAX_SPEED, 20_000L), photos(6, server.url("/")));

    double seconds = (System.nanoTime() - before) / 1e9;
    assertThat(seconds).isGreaterThan(0.9 * 5 * PHOTO.length / 20_000);
  }

  @Test
  void spentQuotaIsLeftToALaterRunWhileOthersGoOn() {
    dns.on("a.example", "127.0.0.1").on("b.example", "127.0.0.1");
    FetchSettings settings = Trial.withHosts("a.example,,2,2,,,0.001,,no,quota");
    trial.after(
        new PastTraffic("a.example", Duration.ofMinutes(70), 5_000_000),
        new PastTraffic("a.example", Duration.ofMinutes(10), 600_000),
        new PastTraffic("a.example", Duration.ofMinutes(5), 400_000));

    run(settings, twoHosts());

    NotStored spent = (NotStored) trial.outcome(1);
    assertThat(Trial.words(spent)).isEqualTo("retry quota_spent");
    assertThat(spent.retryIn().orElseThrow())
        .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(51));
    assertThat(Trial.words(trial.outcome(2))).isEqualTo("done");
  }

  @Test
  void quotaIsSpentOnTheWay() {
    byte[] large = SamplePhotos.jpeg(2, 900, 700);
    server.onAny(PhotoServer.ok(large));

    run(Trial.withHosts("127.0.0.1,,1,1,,,0.001,,no,quota"), photos(20, server.url("/")));

    long done = trial.ended.values().stream().filter(end -> end.state().isStored()).count();
    assertThat(done).isEqualTo(1 + 1_000_000 / large.length);
    assertThat(server.requests()).hasSize((int) done);
  }

  @Test
  void hostThatMustKnowWhomToWriteToIsNotAskedByStrangers() {
    run(Trial.withHosts("127.0.0.1,,2,2,,,,,yes,museum"), photos(3, server.url("/")));

    assertThat(trial.ended.values()).extracting(Trial::words).containsOnly("retry no_contact");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void contactIsToldWithEveryRequest() {
    FetchSettings settings = Trial.withHosts("127.0.0.1,,2,2,,,,,yes,museum");
    Politeness polite = settings.politeness().withContact("ann@museum.example");

    run(settings.withPoliteness(polite), photos(1, server.url("/")));

    assertThat(server.requests().get(0).headers())
        .contains("user-agent: photocat-test/1 (tests) (ann@museum.example)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann@museum", "museum.example", "a@b.c\r\nX: y", "a@b.c)"})
  void contactIsAnAddress(String contact) {
    assertThatThrownBy(() -> Politeness.DEFAULTS.withContact(contact))
        .hasMessage("contact is " + contact + ", must be an e-mail address or a web address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Robots-Tag: noai", "TDM-Reservation: 1"})
  void photoThatItsHostReservesIsRefused(String header) {
    server.onAny(reserved(header));

    assertThat(trial.wordsFor(server.url("/1"))).isEqualTo("refused opted_out");
    assertThat(root.resolve("1.jpg")).doesNotExist();
  }

  @Test
  void reservationIsNotedWhereItIsIgnored() {
    server.onAny(reserved("X-Robots-Tag: noai"));
    Politeness polite = Trial.SETTINGS.politeness().withIgnoreOptOut(true);

    run(Trial.SETTINGS.withPoliteness(polite), photos(1, server.url("/")));

    assertThat(Trial.words(trial.outcome(1))).isEqualTo("done");
    assertThat(trial.outcome(1).transfer().optedOut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1:22/a", "https://192.0.2.1:6379/a"})
  void strangersAreAskedOnPortsOfWebServersOnly(String url) {
    Politeness polite = Trial.SETTINGS.politeness().withContact("ann@museum.example");

    assertThat(trial.wordsFor(url, Trial.SETTINGS.withPoliteness(polite)))
        .isEqualTo("refused blocked_port");
  }

  @Test
  void whatHostsDoIsReported() {
    run(Trial.withHosts("127.0.0.1,,2,3,,,,,no,small"), photos(30, server.url("/")));

    HostState last = trial.hosts.get(trial.hosts.size() - 1);
    assertThat(last.host()).isEqualTo("127.0.0.1");
    assertThat(last.inFlight()).isZero();
    assertThat(trial.hosts).anyMatch(state -> state.inFlight() == 3 && state.limit() == 3);
    assertThat(trial.hosts.stream().mapToLong(HostState::answers).sum()).isEqualTo(30);
    assertThat(trial.hosts.stream().mapToLong(HostState::receivedBytes).sum())
        .isEqualTo(30L * PHOTO.length);
  }

  private static PhotoServer.Answer reserved(String header) {
    return PhotoServer.raw(
        PhotoServer.head(200, header, "Content-Length: " + PHOTO.length), PHOTO, true);
  }

  private void run(FetchSettings settings, List<FetchRequest> requests) {
    trial.run(settings, new Cancellation(), requests);
  }

  private static List<FetchRequest> photos(int count, String base) {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      requests.add(new FetchRequest(i, base + i, List.of(i + ".jpg")));
    }
    return requests;
  }

  /** Ten photos each of two names of the server. */
  private List<FetchRequest> twoHosts() {
    List<FetchRequest> requests = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      String url = "http://%s.example:%d/%d".formatted(i % 2 == 1 ? "a" : "b", server.port(), i);
      requests.add(new FetchRequest(i, url, List.of(i + ".jpg")));
    }
    return requests;
  }
}
