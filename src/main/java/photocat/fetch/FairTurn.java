package photocat.fetch;

import java.util.concurrent.TimeUnit;

/**
 * Where a run stands among those that ask a server. Times are those of {@link System#nanoTime}.
 * Guarded by the server.
 */
final class FairTurn {
  /** One that asks so much later than it would has other things to do, and holds up nobody. */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private int inFlight;
  private boolean waiting;
  private long waitingSince;
  private long asksAt;

  int inFlight() {
    return inFlight;
  }

  void sent() {
    inFlight++;
  }

  void back() {
    inFlight--;
  }

  /** It has got what it wanted, or all that it may have. */
  void stopsWaiting() {
    waiting = false;
  }

  /** It wants more than it gets, and will ask again at {@code asksAgainAt}. */
  void waits(long now, long asksAgainAt) {
    if (!waiting) {
      waitingSince = now;
    }
    waiting = true;
    asksAt = asksAgainAt;
  }

  /**
   * Tells whether it comes before {@code other}, which asks now: it waits and has less in flight,
   * or as much and waits longer.
   */
  boolean goesBefore(FairTurn other, long now) {
    if (!waiting || now - asksAt > GRACE_NANOS) {
      return false;
    }
    if (inFlight != other.inFlight) {
      return inFlight < other.inFlight;
    }
    return !other.waiting || waitingSince - other.waitingSince < 0;
  }
}
