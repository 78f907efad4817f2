package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;

/** Two runs that ask one server at the same time. */
@ExtendWith(LeakCheck.class)
final class SideBySideTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  private static final FetchSettings ONE_CONNECTION = Trial.withHosts("127.0.0.1,,1,1,,,,,no,one");

  @TempDir Path root;
  private final SharedServers servers = new SharedServers();
  private final SlowAnswer slow = new SlowAnswer(PHOTO);
  private ExecutorService runs;
  private PhotoServer server;
  private FakeDns dns;
  private Trial first;
  private Trial second;

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer();
    dns = new FakeDns().on("a.example", "127.0.0.1").on("b.example", "127.0.0.1");
    runs = Executors.newFixedThreadPool(2);
    first = new Trial(root.resolve("1")).of(servers).asking(dns);
    second = new Trial(root.resolve("2")).of(servers).asking(dns);
  }

  @AfterEach
  void close() throws IOException {
    runs.shutdownNow();
    dns.close();
    server.close();
  }

  @Test
  void togetherTheyHaveNoMoreConnectionsThanTheServerBears() throws Exception {
    server.onAny(slow);

    both(ONE_CONNECTION, photos(15, server.url("/1/")), photos(15, server.url("/2/")));

    assertThat(slow.peak()).isEqualTo(1);
    assertAllDone();
  }

  @Test
  void theLaterOneNeedNotWaitForTheEndOfTheFirst() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    second.onHosts(secondWaits::countDown);
    server.on("/1/10", after(secondWaits));
    server.onAny(PhotoServer.ok(PHOTO));

    Future<?> all = start(first, ONE_CONNECTION, photos(100, server.url("/1/")));
    start(second, ONE_CONNECTION, photos(5, server.url("/2/"))).get();
    all.get();

    assertThat(server.paths().lastIndexOf("/2/5")).isLessThan(server.paths().size() - 50);
    assertAllDone();
  }

  @Test
  void theyShareWhatTheServerBears() throws Exception {
    FetchSettings settings = Trial.withHosts("127.0.0.1,,6,6,,,,,no,six");
    server.onAny(slow);

    both(settings, photos(100, server.url("/1/")), photos(100, server.url("/2/")));

    assertThat(slow.peak()).isEqualTo(6);
    assertAllDone();
  }

  @Test
  void togetherTheyKeepThePace() throws Exception {
    FetchSettings settings = Trial.withHosts("127.0.0.1,,4,4,20,20,,,no,slow");
    server.onAny(PhotoServer.ok(PHOTO));
    long before = System.nanoTime();

    both(settings, photos(6, server.url("/1/")), photos(6, server.url("/2/")));

    assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(490));
    assertAllDone();
  }

  @Test
  void togetherTheySpendTheQuota() throws Exception {
    byte[] large = SamplePhotos.jpeg(2, 900, 700);
    int within = 1 + 600_000 / large.length;
    FetchSettings settings = Trial.withHosts("127.0.0.1,,1,1,,,0.001,,no,quota");
    server.onAny(PhotoServer.ok(large));
    PastTraffic past = new PastTraffic("127.0.0.1", Duration.ofMinutes(5), 400_000);
    first.after(past);
    second.after(past);

    both(settings, photos(20, server.url("/1/")), photos(20, server.url("/2/")));

    assertThat(server.requests()).hasSize(within);
    assertThat(outcomes()).filteredOn("done"::equals).hasSize(within);
    assertThat(outcomes()).filteredOn("retry quota_spent"::equals).hasSize(40 - within);
  }

  /** Each has the only connection to one server, and wants that to the other's. */
  @Test
  void theyMayWaitForEachOther() throws Exception {
    FetchSettings settings = Trial.withHosts("a.example,,1,1,,,,,no,a", "b.example,,1,1,,,,,no,b");
    CountDownLatch bothAsked = new CountDownLatch(2);
    for (String path : List.of("/a/1", "/b/1")) {
      server.on(
          path,
          (out, stage) -> {
            bothAsked.countDown();
            return after(bothAsked).send(out, stage);
          });
    }
    server.onAny(PhotoServer.ok(PHOTO));
    String a = "http://a.example:%d/a/".formatted(server.port());
    String b = "http://b.example:%d/b/".formatted(server.port());

    both(settings, photos(10, a, b + "then/"), photos(10, b, a + "then/"));

    assertThat(outcomes()).hasSize(40);
    assertAllDone();
  }

  @Test
  void stoppedRunFreesWhatItHeld() throws Exception {
    Cancellation stop = new Cancellation();
    Future<?> holding = hold(stop);
    second.onHosts(stop::cancel);

    start(second, ONE_CONNECTION, photos(3, server.url("/2/"))).get();
    holding.get();

    assertThat(Trial.words(first.outcome(1))).isEqualTo("pending interrupted");
    assertThat(second.ended.values()).extracting(Trial::words).containsOnly("done");
  }

  @Test
  void runThatBreaksFreesWhatItHeld() throws Exception {
    first.onHosts(
        () -> {
          throw new IllegalStateException("nobody reads");
        });
    Future<?> holding = hold(new Cancellation());

    start(second, ONE_CONNECTION, photos(3, server.url("/2/"))).get();

    assertThat(second.ended.values()).extracting(Trial::words).containsOnly("done");
    assertThatThrownBy(holding::get).hasRootCauseMessage("nobody reads");
  }

  @Test
  void runWithARowOfItsOwnKeepsToThat() throws Exception {
    Cancellation stop = new Cancellation();
    Future<?> holding = hold(stop);
    server.onAny(slow);

    start(second, Trial.withHosts("127.0.0.1,,2,2,,,,,no,own"), photos(10, server.url("/2/")))
        .get();
    stop.cancel();
    holding.get();

    assertThat(slow.peak()).isEqualTo(2);
    assertThat(second.ended.values()).extracting(Trial::words).containsOnly("done");
  }

  /** Has the first run take the only connection and keep it. */
  private Future<?> hold(Cancellation stop) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    server.on(
        "/1/1",
        (out, stage) -> {
          held.countDown();
          return stage.hang();
        });
    server.onAny(PhotoServer.ok(PHOTO));
    Future<?> run =
        runs.submit(() -> first.run(ONE_CONNECTION, stop, photos(1, server.url("/1/"))));
    held.await();
    return run;
  }

  private void both(FetchSettings settings, List<FetchRequest> ofFirst, List<FetchRequest> ofSecond)
      throws Exception {
    Future<?> one = start(first, settings, ofFirst);
    start(second, settings, ofSecond).get();
    one.get();
  }

  private Future<?> start(Trial trial, FetchSettings settings, List<FetchRequest> requests) {
    return runs.submit(() -> trial.run(settings, new Cancellation(), requests));
  }

  private void assertAllDone() {
    assertThat(outcomes()).containsOnly("done");
  }

  private List<String> outcomes() {
    return Stream.of(first, second)
        .flatMap(trial -> trial.ended.values().stream())
        .map(Trial::words)
        .toList();
  }

  private static PhotoServer.Answer after(CountDownLatch event) {
    return (out, stage) -> {
      event.await();
      return PhotoServer.ok(PHOTO).send(out, stage);
    };
  }

  /** So many photos of each folder, those of the first before those of the next. */
  private static List<FetchRequest> photos(int each, String... folders) {
    List<FetchRequest> requests = new ArrayList<>();
    for (String folder : folders) {
      for (int i = 1; i <= each; i++) {
        int id = requests.size() + 1;
        requests.add(new FetchRequest(id, folder + i, List.of(id + ".jpg")));
      }
    }
    return requests;
  }
}
