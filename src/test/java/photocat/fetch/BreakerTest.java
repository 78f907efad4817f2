package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rests of a minute and more; of one that never answered from a second. */
final class BreakerTest {
  private static final long NOW = Long.MAX_VALUE - 1000;
  private final Breaker breaker = new Breaker(FetchSettings.DEFAULTS);

  @Test
  void twentyFailuresInARowOpenIt() {
    breaker.succeeded();
    fail(19, NOW);
    boolean before = breaker.isOpen(NOW);
    fail(1, NOW);

    assertThat(before).isFalse();
    assertThat(breaker.isOpen(NOW)).isTrue();
    assertThat(breaker.restsUntil()).isEqualTo(after(NOW, 60));
  }

  @Test
  void moreThanHalfOfTheLastHundredOpenItToo() {
    for (int i = 0; i < 48; i++) {
      breaker.succeeded();
      fail(1, NOW);
    }
    breaker.succeeded();
    breaker.succeeded();
    fail(2, NOW);
    boolean atHalf = breaker.isOpen(NOW);
    fail(1, NOW);

    assertThat(atHalf).isFalse();
    assertThat(breaker.isOpen(NOW)).isTrue();
  }

  @Test
  void afterTheRestOneTriesAndOneFailureIsEnough() {
    breaker.succeeded();
    fail(20, NOW);
    long later = after(NOW, 60);
    boolean probing = breaker.isProbing(later);
    fail(1, later);

    assertThat(probing).isTrue();
    assertThat(breaker.isOpen(later)).isTrue();
    assertThat(breaker.restsUntil()).isEqualTo(after(later, 120));
  }

  @Test
  void oneSuccessClosesIt() {
    breaker.succeeded();
    fail(20, NOW);
    breaker.succeeded();
    fail(19, after(NOW, 60));

    assertThat(breaker.isOpen(after(NOW, 60))).isFalse();
    assertThat(breaker.isProbing(after(NOW, 60))).isFalse();
  }

  @Test
  void whatWasUnderWayWhenItOpenedCountsNoMore() {
    breaker.succeeded();
    fail(500, NOW);

    assertThat(breaker.restsUntil()).isEqualTo(after(NOW, 60));
  }

  @Test
  void fifthOpeningParks() {
    breaker.succeeded();
    long now = NOW;
    fail(20, now);
    for (int i = 2; i < 5; i++) {
      now = breaker.restsUntil();
      fail(1, now);
    }
    boolean before = breaker.isParked();
    fail(1, breaker.restsUntil());

    assertThat(before).isFalse();
    assertThat(breaker.isParked()).isTrue();
  }

  @Test
  void strangerThatNeverAnsweredIsGivenUpAfterSeconds() {
    fail(20, NOW);
    long first = breaker.restsUntil();
    fail(1, first);
    long second = breaker.restsUntil();
    boolean before = breaker.isParked();
    fail(1, second);

    assertThat(first).isEqualTo(after(NOW, 1));
    assertThat(second).isEqualTo(after(first, 2));
    assertThat(before).isFalse();
    assertThat(breaker.isParked()).isTrue();
  }

  private void fail(int times, long now) {
    for (int i = 0; i < times; i++) {
      breaker.failed(now);
    }
  }

  private static long after(long from, long seconds) {
    return from + Duration.ofSeconds(seconds).toNanos();
  }
}
