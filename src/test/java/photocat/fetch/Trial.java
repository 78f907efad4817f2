package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.fetch.FetchOutcome.Stored;
import photocat.model.Cancellation;
import photocat.model.setting.Chosen;
import photocat.store.LocalFolder;

/** One run of the fetcher with time limits that suit tests, and what its listener heard. */
final class Trial implements FetchListener {
  /** A thirtieth of what holds outside tests, and less where a test waits for it. */
  static final HostTimes TIMES =
      new HostTimes(
          Duration.ofMillis(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(40),
          Duration.ofMillis(300),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMillis(300),
          Duration.ofMillis(50));

  /** Patient where a busy machine could be late; pauses and waits are short. */
  static final FetchSettings SETTINGS = settings(Duration.ofSeconds(20), Duration.ofSeconds(20));

  /** The same, but an address is looked up again for every photo. */
  static final FetchSettings FORGETFUL = forgetful();

  final List<Long> started = new ArrayList<>();
  final List<String> retries = new ArrayList<>();
  final List<HostState> hosts = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  final List<String> givenUp = new ArrayList<>();
  final Map<Long, FetchOutcome> ended = new ConcurrentHashMap<>();
  private final Path root;
  private Runnable atStart = () -> {};
  private Runnable atReport = () -> {};
  private Optional<InetSocketAddress> nameServer = Optional.empty();
  private List<PastTraffic> past = List.of();
  private SharedServers servers = new SharedServers();

  Trial(Path root) {
    this.root = root;
  }

  static FetchSettings settings(Duration headerTimeout, Duration idleTimeout) {
    return settings(Duration.ofSeconds(5), headerTimeout, idleTimeout);
  }

  static FetchSettings settings(
      Duration connectTimeout, Duration headerTimeout, Duration idleTimeout) {
    Chosen chosen =
        Chosen.NOTHING
            .with(FetchSettings.MAX_CONNECTIONS, 16)
            .with(FetchSettings.CONNECT_TIMEOUT, connectTimeout)
            .with(FetchSettings.HEADER_TIMEOUT, headerTimeout)
            .with(FetchSettings.IDLE_TIMEOUT, idleTimeout)
            .with(FetchSettings.PHOTO_TIMEOUT, Duration.ofSeconds(20))
            .with(FetchSettings.MIN_SPEED, 2_000L)
            .with(FetchSettings.MAX_PHOTO_BYTES, 4_000_000L)
            .with(FetchSettings.ATTEMPTS, 3)
            .with(FetchSettings.BACKOFF, Duration.ofMillis(5))
            .with(FetchSettings.PAUSE, Duration.ofMillis(20))
            .with(FetchSettings.LONGEST_PAUSE, Duration.ofSeconds(30))
            .with(FetchSettings.DRAIN_TIMEOUT, Duration.ofMillis(100))
            .with(FetchSettings.USER_AGENT, "photocat-test/1 (tests)")
            .with(FetchSettings.ALLOW_PRIVATE_HOSTS, true);
    return new FetchSettings(chosen, HostTable.SHIPPED, TIMES);
  }

  private static FetchSettings forgetful() {
    HostTimes times =
        new HostTimes(
            TIMES.window(),
            TIMES.hold(),
            TIMES.baseline(),
            TIMES.rest(),
            TIMES.longestRest(),
            Duration.ofNanos(1),
            TIMES.missingNameLife(),
            TIMES.lookupTimeout(),
            TIMES.report());
    return SETTINGS.withPoliteness(
        new Politeness("photocat-test/1 (tests)", "", false, HostTable.SHIPPED, times));
  }

  /** Has {@code action} run whenever a photo starts. */
  Trial atStart(Runnable action) {
    atStart = action;
    return this;
  }

  /** Has {@code action} run whenever it is told how hosts are. */
  Trial onHosts(Runnable action) {
    atReport = action;
    return this;
  }

  /** Has names looked up there. */
  Trial asking(FakeDns dns) {
    nameServer = Optional.of(dns.address());
    return this;
  }

  /** Has bytes of former runs counted. */
  Trial after(PastTraffic... traffic) {
    past = List.of(traffic);
    return this;
  }

  /** Has it ask these servers, which others may ask too. */
  Trial of(SharedServers shared) {
    servers = shared;
    return this;
  }

  /** The trial's settings with rows of one's own in the table of hosts. */
  static FetchSettings withHosts(String... rows) {
    Politeness polite = SETTINGS.politeness();
    HostTable table = HostTable.withOwn(HostTableTest.HEADER + String.join("\n", rows));
    return SETTINGS.withPoliteness(
        new Politeness(
            polite.userAgent(), polite.contact(), polite.ignoreOptOut(), table, polite.times()));
  }

  FetchSummary run(FetchRequest... requests) {
    return run(SETTINGS, new Cancellation(), List.of(requests));
  }

  FetchSummary run(FetchSettings settings, Cancellation cancellation, List<FetchRequest> requests) {
    PhotoFetcher fetcher =
        new PhotoFetcher(
            new FetchLimits(settings),
            new LocalFolder(root),
            servers,
            new DefaultTls(),
            nameServer);
    return fetcher.run(requests.iterator(), () -> past, this, cancellation);
  }

  /** Fetches one photo and returns how it ended. */
  FetchOutcome fetch(String url) {
    run(new FetchRequest(1, url, List.of("1.jpg")));
    return outcome(1);
  }

  /** Fetches one photo and returns state and reason. */
  String wordsFor(String url) {
    return words(fetch(url));
  }

  /** The same with time limits that a server can overrun. */
  String wordsFor(String url, FetchSettings settings) {
    run(settings, new Cancellation(), List.of(new FetchRequest(1, url, List.of("1.jpg"))));
    return words(outcome(1));
  }

  FetchOutcome outcome(long id) {
    FetchOutcome outcome = ended.get(id);
    if (outcome == null) {
      throw new AssertionError("photo " + id + " has not ended");
    }
    return outcome;
  }

  /** Returns {@code done}, or for example {@code gone http_404}. */
  static String words(FetchOutcome outcome) {
    if (outcome instanceof NotStored missing) {
      return missing.state().word() + " " + missing.reason();
    }
    return outcome.state().word();
  }

  static Stored stored(FetchOutcome outcome) {
    if (outcome instanceof Stored stored) {
      return stored;
    }
    throw new AssertionError("not stored: " + outcome);
  }

  @Override
  public void started(FetchRequest request) {
    started.add(request.id());
    atStart.run();
  }

  @Override
  public void retrying(FetchRequest request, FetchOutcome outcome) {
    retries.add(words(outcome));
  }

  @Override
  public void hosts(List<HostState> states) {
    hosts.addAll(states);
    atReport.run();
  }

  @Override
  public void refusing(String host, String reason, int inARow) {
    refusals.add("%s %s %d".formatted(host, reason, inARow));
  }

  @Override
  public void givenUp(String host, String reason) {
    givenUp.add(host + " " + reason);
  }

  @Override
  public void ended(FetchRequest request, FetchOutcome outcome) {
    if (ended.put(request.id(), outcome) != null) {
      throw new AssertionError("photo " + request.id() + " ended twice");
    }
  }

  /** Whatever a server does, whole photos lie under their names and nothing else is left. */
  void assertOnlyWholePhotos(byte[] photo) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(file).hasExtension("jpg").hasBinaryContent(photo));
    }
  }

  /** A byte every 20 ms, until the client goes away. */
  static boolean trickle(OutputStream out, PhotoServer.Stage stage, byte[] bytes)
      throws IOException, InterruptedException {
    for (byte each : bytes) {
      out.write(each);
      out.flush();
      if (stage.closing().await(20, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }
}
