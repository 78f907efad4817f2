package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The limit against servers that exist only as arithmetic, in a time of their own. */
final class ConnectionLimitTest {
  private static final long MILLI = 1_000_000;
  private static final HostRule S3 = HostTable.SHIPPED.rule("b.s3.amazonaws.com", "/", false);
  private static final HostRule MUSEUM = HostTable.SHIPPED.rule("museum.example", "/", false);

  @Test
  void fastHostIsAtFivehundredTwelveWithinSixRoundTrips() {
    ConnectionLimit limit = new ConnectionLimit(S3, HostTimes.DEFAULTS);

    run(limit, 650, inFlight -> 100);

    assertThat(limit.limit(512)).isEqualTo(512);
  }

  @Test
  void fastHostOnLoopbackIsAtItsCapAtOnce() {
    ConnectionLimit limit = new ConnectionLimit(S3, HostTimes.DEFAULTS);

    run(limit, 20, inFlight -> 2);

    assertThat(limit.limit(64)).isEqualTo(64);
  }

  @Test
  void smallHostGrowsByTheWindow() {
    ConnectionLimit limit = new ConnectionLimit(MUSEUM, HostTimes.DEFAULTS);

    run(limit, 1_900, inFlight -> 100);
    int first = limit.limit(512);
    run(limit, 200, inFlight -> 100);
    int second = limit.limit(512);
    run(limit, 4_000, inFlight -> 100);

    assertThat(first).isEqualTo(2);
    assertThat(second).isEqualTo(4);
    assertThat(limit.limit(512)).isEqualTo(6);
  }

  @Test
  void moreConnectionsThatBringNothingAreTakenBackAndNotTriedAgainSoon() {
    ConnectionLimit limit = new ConnectionLimit(MUSEUM, HostTimes.DEFAULTS);

    // Twice as many at a time take twice as long: a server that is at its end with two.
    run(limit, 10_000, inFlight -> 50 * inFlight);

    assertThat(limit.limit(512)).isLessThan(6);
    assertThat(limit.state()).isEqualTo("plateau");
  }

  @Test
  void complaintCutsTheLimitOnceAWindow() {
    ConnectionLimit limit = new ConnectionLimit(S3, HostTimes.DEFAULTS);
    run(limit, 650, inFlight -> 100);

    boolean rest = false;
    for (int i = 0; i < 300; i++) {
      limit.back(0);
      rest |= limit.complained();
      limit.sent();
    }

    assertThat(limit.limit(512)).isEqualTo((int) (0.7 * 512));
    assertThat(limit.state()).isEqualTo("throttled");
    assertThat(rest).isFalse();
  }

  @Test
  void fewComplaintsAmongManyAnswersAreNoReason() {
    ConnectionLimit limit = new ConnectionLimit(S3, HostTimes.DEFAULTS);
    run(limit, 650, inFlight -> 100);

    limit.complained();

    assertThat(limit.limit(512)).isEqualTo(512);
  }

  @Test
  void hostThatMostlyComplainsHadBetterRest() {
    ConnectionLimit limit = new ConnectionLimit(MUSEUM, HostTimes.DEFAULTS);
    limit.sent();
    limit.back(0);

    assertThat(limit.complained()).isTrue();
    assertThat(limit.limit(512)).isEqualTo(1);
  }

  @Test
  void slowAnswersStopTheGrowth() {
    ConnectionLimit limit = new ConnectionLimit(MUSEUM, HostTimes.DEFAULTS);
    limit.sent();
    limit.sent();
    limit.isWindowOver(0);
    limit.back(1000);

    limit.endWindow(2_000 * MILLI, false, 512);

    assertThat(limit.limit(512)).isEqualTo(2);
    assertThat(limit.state()).isEqualTo("slow_answers");
  }

  @Test
  void userMayAllowLess() {
    ConnectionLimit limit = new ConnectionLimit(S3, HostTimes.DEFAULTS);

    assertThat(limit.limit(3)).isEqualTo(3);
  }

  /** Always something to fetch; each photo of 1,000 bytes takes as long as {@code millis} says. */
  private void run(ConnectionLimit limit, long durationMillis, DoubleUnaryOperator millis) {
    long end = now + durationMillis * MILLI;
    while (true) {
      while (limit.inFlight() < limit.limit(512)) {
        limit.sent();
        ends.add(now + (long) (millis.applyAsDouble(limit.inFlight()) * MILLI));
      }
      if (ends.element() > end) {
        now = end;
        return;
      }
      now = ends.remove();
      limit.back(1_000);
      if (limit.isWindowOver(now)) {
        limit.endWindow(now, true, 512);
      }
      limit.succeeded(512);
    }
  }

  private final PriorityQueue<Long> ends = new PriorityQueue<>();
  private long now;
}
