package photocat.fetch;

import java.time.Duration;

/**
 * Leaves a host that keeps failing in peace: after many failures it rests, then one photo tries
 * whether it is well again; each rest is twice as long as the one before, and after some the host
 * is given up for this run. One that has never answered gets short rests and few. Times are those
 * of {@link System#nanoTime}. Not thread-safe.
 */
final class Breaker {
  private static final int FAILURES_IN_A_ROW = 20;
  private static final int REMEMBERED = 100;
  private static final int RESTS = 5;
  private static final int RESTS_OF_A_STRANGER = 3;

  private final Duration rest;
  private final Duration longestRest;
  private final Duration restOfAStranger;
  private final boolean[] failed = new boolean[REMEMBERED];
  private int counted;
  private int failures;
  private int inARow;
  private int rests;
  private boolean answered;
  private boolean resting;
  private long restsUntil;

  Breaker(FetchSettings settings) {
    this.rest = settings.politeness().times().rest();
    this.longestRest = settings.politeness().times().longestRest();
    this.restOfAStranger = settings.pause();
  }

  /** The host answered as it should. */
  void succeeded() {
    answered = true;
    inARow = 0;
    if (resting) {
      resting = false;
      forget();
      rests = 0;
    }
    remember(false);
  }

  /** An attempt failed through the network's or the host's fault. */
  void failed(long now) {
    if (isOpen(now)) {
      // Sent before it opened: one bad moment, not two.
      return;
    }
    inARow++;
    remember(true);
    if (resting || inARow >= FAILURES_IN_A_ROW || isMostlyFailing()) {
      open(now);
    }
  }

  /** Tells whether the host must be left alone now. */
  boolean isOpen(long now) {
    return resting && restsUntil - now > 0;
  }

  /** Tells whether one photo at a time may try if the host is well again. */
  boolean isProbing(long now) {
    return resting && !isOpen(now);
  }

  /** Returns when the last rest ends or ended. */
  long restsUntil() {
    return restsUntil;
  }

  /** Tells whether this run has given the host up. */
  boolean isParked() {
    return rests >= (answered ? RESTS : RESTS_OF_A_STRANGER);
  }

  private void open(long now) {
    Duration first = answered ? rest : restOfAStranger;
    Duration doubled = first.multipliedBy(1L << Math.min(rests, RESTS));
    restsUntil = now + (doubled.compareTo(longestRest) > 0 ? longestRest : doubled).toNanos();
    resting = true;
    rests++;
    forget();
  }

  private boolean isMostlyFailing() {
    return counted >= REMEMBERED && 2 * failures > REMEMBERED;
  }

  private void remember(boolean failure) {
    int place = counted % REMEMBERED;
    if (counted >= REMEMBERED && failed[place]) {
      failures--;
    }
    failed[place] = failure;
    failures += failure ? 1 : 0;
    counted++;
  }

  private void forget() {
    counted = 0;
    failures = 0;
    inARow = 0;
  }
}
