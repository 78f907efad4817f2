package photocat.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides whether a photo is tried again in this run, and when: full jitter (a random wait up to a
 * bound that grows), so that photos which failed together do not come back together.
 */
final class RetryPolicy {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** Slow photos and wrong contents seldom get better within minutes. */
  private static final int ATTEMPTS_IF_UNLIKELY = 2;

  /** A host that serves others but never this photo would otherwise hold it forever. */
  private static final int THROTTLED_ATTEMPTS = 20;

  private final int attempts;
  private final Duration backoff;
  private final RandomGenerator random;

  RetryPolicy(int attempts, Duration backoff, RandomGenerator random) {
    this.attempts = attempts;
    this.backoff = backoff;
    this.random = random;
  }

  /**
   * Returns how long to wait before the next try, or empty to give up.
   *
   * @param made tries that ended so before, including this one: those throttled, or those charged
   *     to the photo
   */
  Optional<Duration> waitAfter(Fault.Kind fault, int made) {
    return switch (fault) {
      // The host is paused: that is the wait.
      case THROTTLED -> made < THROTTLED_ATTEMPTS ? Optional.of(Duration.ZERO) : Optional.empty();
      case TRANSIENT -> made < attempts ? Optional.of(jitter(made)) : Optional.empty();
      case SLOW, CONTENT ->
          made < Math.min(attempts, ATTEMPTS_IF_UNLIKELY)
              ? Optional.of(jitter(made))
              : Optional.empty();
      case PARKED, GONE, REFUSED, FAILED -> Optional.empty();
    };
  }

  private Duration jitter(int made) {
    long bound = LONGEST_WAIT.toNanos();
    // Ten fourfold steps reach the bound from any sensible start.
    long grown = made > 10 ? bound : Math.min(bound, backoff.toNanos() << (2 * (made - 1)));
    return Duration.ofNanos(random.nextLong(Math.max(1, Math.max(grown, 0) + 1)));
  }
}
