package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final long SECOND = 1_000_000_000;
  private final Pace pace = new Pace(5, 10);

  @Test
  void afterABurstOfTwoRequestsAreSpacedOut() {
    assertThat(requestsIn(SECOND)).isEqualTo(2 + 5);
  }

  @Test
  void silenceIsNotSavedUp() {
    pace.waitNanos(0);
    pace.waitNanos(100 * SECOND);

    pace.take(100 * SECOND);
    pace.take(100 * SECOND);

    assertThat(pace.waitNanos(100 * SECOND)).isEqualTo(SECOND / 5);
  }

  @Test
  void growsByOneAWindowWhileMoreIsWanted() {
    pace.take(0);
    pace.take(0);
    pace.waitNanos(0);
    pace.endWindow(true);
    double wanted = pace.perSecond();
    pace.endWindow(true);

    assertThat(wanted).isEqualTo(6);
    assertThat(pace.perSecond()).isEqualTo(6);
  }

  @Test
  void growsNoFurtherThanItMay() {
    for (int i = 0; i < 20; i++) {
      pace.take(0);
      pace.waitNanos(0);
      pace.endWindow(true);
    }

    assertThat(pace.perSecond()).isEqualTo(10);
  }

  @Test
  void complaintsSlowItDownToHalfARequestASecond() {
    pace.slowDown();
    double once = pace.perSecond();
    for (int i = 0; i < 20; i++) {
      pace.slowDown();
    }

    assertThat(once).isEqualTo(3.5);
    assertThat(pace.perSecond()).isEqualTo(0.5);
  }

  private int requestsIn(long nanos) {
    int sent = 0;
    long now = 0;
    while (now <= nanos) {
      long wait = pace.waitNanos(now);
      if (wait == 0) {
        pace.take(now);
        sent++;
      }
      now += wait;
    }
    return sent;
  }
}
