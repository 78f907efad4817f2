package photocat.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * When a host may be asked again: pauses after throttling and after a row of failures, each twice
 * as long as the one before unless the host says how long, and gives it up for this run when pauses
 * do not help. Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class HostPace {
  /** So many failures in a row mean that it is the host, not the photos. */
  private static final int FAILURES_BEFORE_PAUSE = 20;

  private static final int PAUSES_BEFORE_PARKING = 8;
  private static final Duration LONGEST_OWN_PAUSE = Duration.ofSeconds(60);

  private final Duration firstPause;
  private final Duration longestPause;
  private int failures;
  private int pauses;
  private boolean paused;
  private boolean parked;
  private long pausedUntil;

  HostPace(FetchSettings settings) {
    this.firstPause = settings.pause();
    this.longestPause = settings.longestPause();
  }

  /** The host answered as it should. */
  void succeeded() {
    failures = 0;
    pauses = 0;
  }

  /** An attempt failed through the network or the host's fault. */
  void failed(long now) {
    failures++;
    if (failures >= FAILURES_BEFORE_PAUSE && !isPaused(now)) {
      failures = 0;
      pause(now, ownPause());
    }
  }

  /** The host asked for a pause, perhaps saying how long. */
  void throttled(long now, Optional<Duration> wanted) {
    if (wanted.isPresent()) {
      pause(now, wanted.get());
    } else if (!isPaused(now)) {
      pause(now, ownPause());
    }
  }

  /** Tells whether the host must be left alone now. */
  boolean isPaused(long now) {
    return paused && pausedUntil - now > 0;
  }

  /** Returns when the last pause ends or ended. */
  long pausedUntil() {
    return pausedUntil;
  }

  /** Tells whether this run has given the host up. */
  boolean isParked() {
    return parked;
  }

  private void pause(long now, Duration length) {
    // A hundred answers that ask at the same time are one pause.
    if (!isPaused(now)) {
      pauses++;
    }
    long until = now + length.toNanos();
    if (!paused || until - pausedUntil > 0) {
      pausedUntil = until;
    }
    paused = true;
    parked |= pauses > PAUSES_BEFORE_PARKING || length.compareTo(longestPause) > 0;
  }

  private Duration ownPause() {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(pauses, PAUSES_BEFORE_PARKING));
    return doubled.compareTo(LONGEST_OWN_PAUSE) > 0 ? LONGEST_OWN_PAUSE : doubled;
  }
}
