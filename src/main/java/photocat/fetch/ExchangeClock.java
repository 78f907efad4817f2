package photocat.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * Watches one exchange, so that none can hang: time to the header, silence, speed, and a deadline
 * for the whole. Times in which photocat itself stopped reading do not count. Times are those of
 * {@link System#nanoTime}. Not thread-safe.
 */
final class ExchangeClock {
  private static final double NANOS = 1e9;

  /**
   * An exchange lags after this part of the time in which it is too slow, a quarter second of
   * twenty: where one photo of a hundred trickles, thousands a second are asked for meanwhile.
   */
  private static final int LAG_PARTS = 80;

  private final FetchSettings settings;
  private final long sentAt;
  private long headAt;
  private boolean headSeen;
  private long lastReadAt;
  private long windowStart;
  private long windowBytes;
  private long bytes;
  private long pausedAt;
  private boolean paused;
  private long pausedNanos;

  ExchangeClock(FetchSettings settings, long sentAt) {
    this.settings = settings;
    this.sentAt = sentAt;
  }

  void headSeen(long now) {
    headSeen = true;
    headAt = now;
    lastReadAt = now;
    windowStart = now;
  }

  void read(long now, int count) {
    lastReadAt = now;
    windowBytes += count;
    bytes += count;
  }

  void paused(long now) {
    paused = true;
    pausedAt = now;
  }

  void resumed(long now) {
    if (paused) {
      paused = false;
      pausedNanos += now - pausedAt;
      lastReadAt = now;
      windowStart = now;
      windowBytes = 0;
    }
  }

  /** Returns why the exchange should be given up, or empty if it is in time. */
  Optional<Fault> overdue(long now) {
    if (paused) {
      return Optional.empty();
    }
    if (isOver(now - sentAt - pausedNanos, settings.photoTimeout())) {
      return Optional.of(Fault.TIMEOUT_TOTAL);
    }
    if (!headSeen) {
      return isOver(now - sentAt, settings.headerTimeout())
          ? Optional.of(Fault.TIMEOUT_HEADER)
          : Optional.empty();
    }
    if (isOver(now - lastReadAt, settings.idleTimeout())) {
      return Optional.of(Fault.STALLED);
    }
    return isTooSlow(now) ? Optional.of(Fault.TOO_SLOW) : Optional.empty();
  }

  /**
   * Tells whether the body has been coming so slowly, from its first byte, that it will hardly be
   * in time.
   */
  boolean isLagging(long now) {
    long since = now - headAt;
    return headSeen
        && !paused
        && since > settings.idleTimeout().toNanos() / LAG_PARTS
        && bytes < settings.minBytesPerSecond() * (since / NANOS);
  }

  Duration firstByte() {
    return headSeen ? Duration.ofNanos(headAt - sentAt) : Duration.ZERO;
  }

  Duration total(long now) {
    return Duration.ofNanos(now - sentAt);
  }

  private boolean isTooSlow(long now) {
    long window = now - windowStart;
    if (isOver(window, settings.idleTimeout())) {
      if (windowBytes < settings.minBytesPerSecond() * (window / NANOS)) {
        return true;
      }
      windowStart = now;
      windowBytes = 0;
    }
    return false;
  }

  private static boolean isOver(long nanos, Duration limit) {
    return nanos > limit.toNanos();
  }
}
