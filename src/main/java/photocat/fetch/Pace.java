package photocat.fetch;

/**
 * How many requests a second a server is sent: a token bucket. Times are those of {@link
 * System#nanoTime}. Not thread-safe.
 */
final class Pace {
  /** After a silence so many requests may follow each other at once. */
  private static final double BURST = 2;

  private static final double SECOND_NANOS = 1e9;
  private static final double CUT = 0.7;
  private static final double SLOWEST = 0.5;

  private final double most;
  private double perSecond;
  private double tokens = BURST;
  private long countedAt;
  private boolean begun;
  private boolean wanting;

  /** A pace of so many requests a second, to grow to {@code most}. */
  Pace(double perSecond, double most) {
    this.perSecond = perSecond;
    this.most = most;
  }

  double perSecond() {
    return perSecond;
  }

  /** Returns how long to wait before the next request, 0 if it may be sent now. */
  long waitNanos(long now) {
    count(now);
    if (tokens >= 1) {
      return 0;
    }
    wanting = true;
    return (long) Math.ceil((1 - tokens) * SECOND_NANOS / perSecond);
  }

  /** A request is sent. */
  void take(long now) {
    count(now);
    tokens--;
  }

  /** The server has had enough. */
  void slowDown() {
    perSecond = Math.max(Math.min(SLOWEST, most), perSecond * CUT);
  }

  /** A window without complaint has ended: one request a second more, if they were wanted. */
  void endWindow(boolean mayGrow) {
    if (mayGrow && wanting) {
      perSecond = Math.min(most, perSecond + 1);
    }
    wanting = false;
  }

  private void count(long now) {
    if (begun) {
      tokens = Math.min(BURST, tokens + (now - countedAt) * perSecond / SECOND_NANOS);
    }
    begun = true;
    countedAt = now;
  }
}
