package photocat.fetch;

/**
 * How fast all photos together may come, on average over some seconds: each counts when it starts
 * with what photos had so far, and is corrected when it has ended. One photo is not slowed down.
 * Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class SpeedLimit {
  private static final double SECOND_NANOS = 1e9;
  private static final double FIRST_GUESS_BYTES = 300_000;
  private static final double LEAST_WEIGHT = 0.05;

  private double meanBytes = FIRST_GUESS_BYTES;
  private long photos;
  private double allowance;
  private long countedAt;
  private boolean begun;

  /** Returns how long to wait before the next photo, 0 if it may start now. */
  long waitNanos(long bytesPerSecond, long now) {
    if (bytesPerSecond == 0) {
      allowance = 0;
    } else if (begun) {
      allowance += (now - countedAt) * bytesPerSecond / SECOND_NANOS;
      allowance = Math.min((double) bytesPerSecond, allowance);
    }
    begun = true;
    countedAt = now;
    return allowance >= 0 ? 0 : (long) Math.ceil(-allowance * SECOND_NANOS / bytesPerSecond);
  }

  /** A photo starts; returns the bytes that are counted for it. */
  long started() {
    allowance -= meanBytes;
    return (long) meanBytes;
  }

  /** It has ended, and brought {@code bytes} where {@code expected} had been counted. */
  void ended(long expected, long bytes) {
    allowance += expected - bytes;
    if (bytes > 0) {
      photos++;
      meanBytes += Math.max(LEAST_WEIGHT, 1.0 / photos) * (bytes - meanBytes);
    }
  }
}
