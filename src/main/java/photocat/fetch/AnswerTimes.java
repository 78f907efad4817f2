package photocat.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * How long a server takes to its first byte, which tells of its load and not of the size of photos.
 * Not thread-safe.
 */
final class AnswerTimes {
  private static final int MOST_SAMPLES = 512;

  /** Answers twice as slow as usual mean a server that has enough to do. */
  private static final int SLOW_FACTOR = 2;

  /** Below this nobody waits, and the numbers say more of this machine than of that one. */
  private static final long ALWAYS_FLAT_NANOS = Duration.ofMillis(50).toNanos();

  private final long[] samples = new long[MOST_SAMPLES];
  private final int windowsKept;
  private final Deque<Long> medians = new ArrayDeque<>();
  private int count;

  AnswerTimes(HostTimes times) {
    this.windowsKept = (int) Math.max(1, times.baseline().dividedBy(times.window()));
  }

  void add(Duration firstByte) {
    samples[count % MOST_SAMPLES] = firstByte.toNanos();
    count++;
  }

  /** Ends a window, and returns whether its answers came about as fast as usual. */
  boolean endWindow() {
    if (count == 0) {
      return true;
    }
    int taken = Math.min(count, MOST_SAMPLES);
    Arrays.sort(samples, 0, taken);
    long median = samples[taken / 2];
    count = 0;
    long usual = medians.stream().mapToLong(Long::longValue).min().orElse(median);
    medians.add(median);
    if (medians.size() > windowsKept) {
      medians.remove();
    }
    return median <= Math.max(ALWAYS_FLAT_NANOS, SLOW_FACTOR * usual);
  }

  /** Returns the median of the last window with answers. */
  Optional<Duration> median() {
    return Optional.ofNullable(medians.peekLast()).map(Duration::ofNanos);
  }
}
