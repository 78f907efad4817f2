package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Header within 400 ms, silence up to 300 ms, 2,000 B/s, 20 s in all. */
final class ExchangeClockTest {
  private static final long SENT = Long.MAX_VALUE - 500;
  private static final FetchSettings LIMITS =
      Trial.settings(Duration.ofMillis(400), Duration.ofMillis(300));
  private final ExchangeClock clock = new ExchangeClock(LIMITS, SENT);

  @Test
  void headerHasADeadlineOfItsOwn() {
    assertThat(clock.overdue(at(400))).isEmpty();
    assertThat(clock.overdue(at(401))).contains(Fault.TIMEOUT_HEADER);
  }

  @Test
  void silenceInTheBodyIsAStall() {
    clock.headSeen(at(100));
    clock.read(at(200), 100_000);

    assertThat(clock.overdue(at(500))).isEmpty();
    assertThat(clock.overdue(at(501))).contains(Fault.STALLED);
  }

  @Test
  void trickleIsTooSlow() {
    clock.headSeen(at(0));
    for (int millis = 50; millis <= 300; millis += 50) {
      clock.read(at(millis), 10);
    }

    assertThat(clock.overdue(at(301))).contains(Fault.TOO_SLOW);
  }

  @Test
  void trickleLagsLongBeforeItIsTooSlow() {
    clock.headSeen(at(0));
    clock.read(at(2), 3);

    assertThat(clock.isLagging(at(3))).isFalse();
    assertThat(clock.isLagging(at(4))).isTrue();
    assertThat(clock.overdue(at(4))).isEmpty();
  }

  @Test
  void answerThatHasNotBegunDoesNotLag() {
    assertThat(clock.isLagging(at(399))).isFalse();
  }

  @Test
  void steadyBodyIsInTime() {
    clock.headSeen(at(0));
    for (int millis = 100; millis <= 10_000; millis += 100) {
      clock.read(at(millis), 250);
      assertThat(clock.overdue(at(millis))).isEmpty();
      assertThat(clock.isLagging(at(millis))).isFalse();
    }
  }

  @Test
  void endlessBodyMeetsTheDeadline() {
    clock.headSeen(at(0));
    for (int millis = 100; millis <= 20_000; millis += 100) {
      clock.read(at(millis), 1000);
    }

    assertThat(clock.overdue(at(20_000))).isEmpty();
    assertThat(clock.overdue(at(20_001))).contains(Fault.TIMEOUT_TOTAL);
  }

  @Test
  void ownPausesDoNotCount() {
    clock.headSeen(at(0));
    clock.read(at(10), 1000);
    clock.paused(at(20));

    boolean inTimeWhilePaused = clock.overdue(at(60_000)).isEmpty();
    clock.resumed(at(60_000));

    assertThat(inTimeWhilePaused).isTrue();
    assertThat(clock.overdue(at(60_200))).isEmpty();
  }

  @Test
  void tellsTheTimes() {
    clock.headSeen(at(120));

    assertThat(clock.firstByte()).isEqualTo(Duration.ofMillis(120));
    assertThat(clock.total(at(500))).isEqualTo(Duration.ofMillis(500));
  }

  private static long at(long millis) {
    return SENT + Duration.ofMillis(millis).toNanos();
  }
}
