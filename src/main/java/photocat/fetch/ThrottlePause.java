package photocat.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * When a host that asked for a pause may be asked again: as long as it said, else twice as long as
 * the time before; it is given up for this run when pauses do not help or are too long. Times are
 * those of {@link System#nanoTime}. Not thread-safe.
 */
final class ThrottlePause {
  private static final int PAUSES_BEFORE_PARKING = 8;
  private static final Duration LONGEST_OWN_PAUSE = Duration.ofSeconds(60);

  private final Duration firstPause;
  private final Duration longestPause;
  private int pauses;
  private boolean paused;
  private boolean parked;
  private long pausedUntil;

  ThrottlePause(FetchSettings settings) {
    this.firstPause = settings.pause();
    this.longestPause = settings.longestPause();
  }

  /** The host answered as it should. */
  void succeeded() {
    pauses = 0;
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
