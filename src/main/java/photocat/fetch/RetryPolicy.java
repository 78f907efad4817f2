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
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** Slow photos and wrong contents seldom get better within minutes. */
  private static final int ATTEMPTS_IF_UNLIKELY = 2;

  /** A host that serves others but never this photo would otherwise hold it forever. */
  private static final int THROTTLED_ATTEMPTS = 20;

  private final int attempts;
  private final Duration backoff;
  private final Duration pause;
  private final RandomGenerator random;

  RetryPolicy(int attempts, Duration backoff, Duration pause, RandomGenerator random) {
    this.attempts = attempts;
    this.backoff = backoff;
    this.pause = pause;
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
      case THROTTLED ->
          made < THROTTLED_ATTEMPTS
              ? Optional.of(jitter(pause, 1, LONGEST_PAUSE, made))
              : Optional.empty();
      case TRANSIENT -> made < attempts ? Optional.of(backoff(made)) : Optional.empty();
      case SLOW, CONTENT ->
          made < Math.min(attempts, ATTEMPTS_IF_UNLIKELY)
              ? Optional.of(backoff(made))
              : Optional.empty();
      case PARKED, GONE, REFUSED, FAILED -> Optional.empty();
    };
  }

  private Duration backoff(int made) {
    return jitter(backoff, 2, LONGEST_WAIT, made);
  }

  /** Returns a random wait up to {@code first}, doubled so many times a try. */
  private Duration jitter(Duration first, int doublings, Duration longest, int made) {
    long bound = longest.toNanos();
    // Twenty doublings reach the bound from any sensible start.
    int shift = Math.min(20, doublings * (made - 1));
    long grown = first.compareTo(longest) > 0 ? bound : Math.min(bound, first.toNanos() << shift);
    return Duration.ofNanos(random.nextLong(Math.max(1, grown + 1)));
  }
}
