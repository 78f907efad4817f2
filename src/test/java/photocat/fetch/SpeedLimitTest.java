package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class SpeedLimitTest {
  private static final long MILLI = 1_000_000;

  @Test
  void bytesOfTenSecondsAreThoseAllowed() {
    assertThat(bytesIn(10_000, 2_000_000, 500_000)).isBetween(18_000_000L, 22_000_000L);
  }

  @Test
  void smallPhotosAreNotTakenForLargeOnes() {
    assertThat(bytesIn(10_000, 200_000, 10_000)).isBetween(1_600_000L, 2_200_000L);
  }

  @Test
  void withoutALimitNothingWaits() {
    SpeedLimit limit = new SpeedLimit();
    for (int i = 0; i < 1000; i++) {
      assertThat(limit.waitNanos(0, i)).isZero();
      limit.started();
    }
  }

  @Test
  void liftedLimitIsForgotten() {
    SpeedLimit limit = new SpeedLimit();
    limit.waitNanos(1000, 0);
    limit.started();

    assertThat(limit.waitNanos(1000, MILLI)).isPositive();
    assertThat(limit.waitNanos(0, MILLI)).isZero();
  }

  /** Photos of {@code size} bytes, each there after 50 ms, 16 at a time at most. */
  private static long bytesIn(long millis, long bytesPerSecond, long size) {
    SpeedLimit limit = new SpeedLimit();
    Deque<long[]> inFlight = new ArrayDeque<>();
    long bytes = 0;
    for (long now = 0; now < millis * MILLI; now += MILLI) {
      while (!inFlight.isEmpty() && inFlight.element()[0] <= now) {
        limit.ended(inFlight.remove()[1], size);
        bytes += size;
      }
      while (inFlight.size() < 16 && limit.waitNanos(bytesPerSecond, now) == 0) {
        inFlight.add(new long[] {now + 50 * MILLI, limit.started()});
      }
    }
    return bytes;
  }
}
