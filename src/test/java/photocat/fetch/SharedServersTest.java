package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import photocat.fetch.Server.Answer;

final class SharedServersTest {
  private static final FetchSettings SETTINGS =
      Trial.withHosts(
          "a.example,,1,1,,,,,no,one",
          "b.example,,4,4,,,,,no,four",
          "q.example,,2,2,,,0.001,,no,quota",
          "*.museum,,1,1,1000,1000,,,no,museums");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final SharedServers shared = new SharedServers();

  @Test
  void runsThatTreatAHostAlikeShareItsServer() {
    assertThat(ask(run(), "a.example", "192.0.2.1").server())
        .isSameAs(ask(run(), "a.example", "192.0.2.1").server());
  }

  @Test
  void runsThatTreatAHostOtherwiseDoNot() {
    Servers other = run(Trial.withHosts("a.example,,2,2,,,,,no,two"));

    assertThat(ask(run(), "a.example", "192.0.2.1").server())
        .isNotSameAs(ask(other, "a.example", "192.0.2.1").server());
  }

  @Test
  void namesOfOneMachineShareItOverRuns() {
    assertThat(ask(run(), "x.museum", "192.0.2.1").server())
        .isSameAs(ask(run(), "y.museum", "192.0.2.1").server())
        .isNotSameAs(ask(run(), "z.museum", "192.0.2.2").server());
  }

  @Test
  void nameThatLeadsElsewhereMeanwhileIsTheSameServer() {
    assertThat(ask(run(), "x.museum", "192.0.2.1").server())
        .isSameAs(ask(run(), "x.museum", "192.0.2.2").server());
  }

  @Test
  void serverIsForgottenWithItsLastRun() {
    Servers one = run();
    Servers another = run();
    Servers third = run();
    Server server = ask(one, "a.example", "192.0.2.1").server();
    ask(another, "a.example", "192.0.2.1");

    one.close();
    Server stillKnown = ask(another, "a.example", "192.0.2.1").server();
    another.close();

    assertThat(stillKnown).isSameAs(server);
    assertThat(ask(third, "a.example", "192.0.2.1").server()).isNotSameAs(server);
  }

  @Test
  void serversOfHostsThatAreForgottenAreToo() {
    Servers run = run();
    Server server = ask(run, "a.example", "192.0.2.1").server();

    run.retain(Set.of());

    assertThat(ask(run, "a.example", "192.0.2.1").server()).isNotSameAs(server);
  }

  @Test
  void runThatJoinsDoesNotCountTwiceWhatTheOtherReceived() {
    Servers one = run();
    fetch(ask(one, "q.example", "192.0.2.1"), 600_000);

    Servers another = run();
    another.count(List.of(new PastTraffic("q.example", Duration.ofSeconds(1), 600_000)));
    ServerShare share = ask(another, "q.example", "192.0.2.1");

    assertThat(share.server().spentFor(System.nanoTime())).isZero();
    fetch(share, 400_000);
    assertThat(share.server().spentFor(System.nanoTime())).isPositive();
  }

  /** What a run is told at its start does not say what others receive after that. */
  @Test
  void whatARunReceivedThatHasEndedCountsForThoseThatHaveNot() {
    Servers one = run();
    Servers another = run();
    fetch(ask(another, "q.example", "192.0.2.1"), 1_000_000);
    another.close();

    assertThat(ask(one, "q.example", "192.0.2.1").server().spentFor(System.nanoTime()))
        .isPositive();
  }

  @Test
  void withoutRunsWhatWasReceivedIsLeftToTheNextOnesPast() {
    Servers one = run();
    fetch(ask(one, "q.example", "192.0.2.1"), 1_000_000);
    one.close();

    assertThat(ask(run(), "q.example", "192.0.2.1").server().spentFor(System.nanoTime())).isZero();
  }

  @Test
  void whatARunLeavesInFlightIsFree() {
    Servers one = run();
    ServerShare left = ask(one, "a.example", "192.0.2.1");
    ServerShare share = ask(run(), "a.example", "192.0.2.1");
    take(left, 0);
    Answer before = take(share, 0);

    one.close();

    assertThat(before).isEqualTo(Answer.FULL);
    assertThat(take(share, 0)).isEqualTo(Answer.GRANTED);
  }

  @Test
  void runThatWaitsComesBeforeOneThatHasHadItsTurn() {
    ServerShare one = ask(run(), "a.example", "192.0.2.1");
    ServerShare another = ask(run(), "a.example", "192.0.2.1");
    take(one, 0);
    take(another, 0);
    back(one, 1);

    assertThat(take(one, 0)).isEqualTo(Answer.FULL);
    assertThat(take(another, 0)).isEqualTo(Answer.GRANTED);
    back(another, 1);
    assertThat(take(another, 0)).isEqualTo(Answer.FULL);
    assertThat(take(one, 0)).isEqualTo(Answer.GRANTED);
  }

  @Test
  void runThatWaitsComesBeforeOneThatHasMore() {
    ServerShare one = ask(run(), "b.example", "192.0.2.1");
    ServerShare another = ask(run(), "b.example", "192.0.2.1");
    for (int i = 0; i < 4; i++) {
      take(one, 0);
    }
    take(another, 0);
    back(one, 1);
    back(one, 1);

    assertThat(take(one, 0)).isEqualTo(Answer.FULL);
    assertThat(take(another, 0)).isEqualTo(Answer.GRANTED);
    assertThat(take(another, 0)).isEqualTo(Answer.GRANTED);
    assertThat(take(another, 0)).isEqualTo(Answer.FULL);
  }

  @Test
  void runThatWaitsIsToldOfRoom() {
    List<ServerShare> told = new ArrayList<>();
    Servers waiting = run();
    waiting.onRoom(told::add);
    ServerShare one = ask(run(), "a.example", "192.0.2.1");
    ServerShare another = ask(waiting, "a.example", "192.0.2.1");
    long now = System.nanoTime();
    take(one, now);
    take(another, now);

    back(one, 1);

    assertThat(told).containsExactly(another);
  }

  @Test
  void runThatDoesNotAskAgainHoldsUpNobody() {
    ServerShare one = ask(run(), "a.example", "192.0.2.1");
    ServerShare another = ask(run(), "a.example", "192.0.2.1");
    take(one, 0);
    take(another, 0);
    back(one, 1);

    assertThat(take(one, SECOND)).isEqualTo(Answer.GRANTED);
  }

  @Test
  void runIsHeldToItsOwnCapWhateverOthersHave() {
    ServerShare one = ask(run(), "b.example", "192.0.2.1");
    ServerShare another = ask(run(), "b.example", "192.0.2.1");
    take(one, 0);

    assertThat(one.server().take(one, 1, 0)).isEqualTo(Answer.FULL);
    assertThat(another.server().take(another, 1, 0)).isEqualTo(Answer.GRANTED);
  }

  private Servers run() {
    return run(SETTINGS);
  }

  private Servers run(FetchSettings settings) {
    return new Servers(shared, settings.politeness());
  }

  private static ServerShare ask(Servers run, String name, String address) {
    HostQueue host = new HostQueue(name, name, SETTINGS);
    try {
      run.assign(
          host, new Resolver.Resolution(List.of(InetAddress.getByName(address)), null, false));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
    return host.requireShare();
  }

  private static Answer take(ServerShare share, long now) {
    return share.server().take(share, 512, now);
  }

  private static void fetch(ServerShare share, long bytes) {
    take(share, 0);
    back(share, bytes);
  }

  private static void back(ServerShare share, long bytes) {
    Transfer transfer =
        new Transfer(
            1, OptionalInt.of(200), Optional.empty(), Duration.ZERO, Duration.ZERO, bytes, false);
    share.server().back(share, transfer, 512, System.nanoTime());
  }
}
