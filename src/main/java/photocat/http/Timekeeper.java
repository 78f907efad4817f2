package photocat.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import photocat.model.Cancellation;

/**
 * The time that servers' quotas and pauses go by. Thread-safe.
 *
 * @param clock tells it
 * @param speed how many times faster than the clock on the wall pauses pass; 1 outside of tests
 */
public record Timekeeper(Clock clock, int speed) {
  /** That of this computer. */
  public static final Timekeeper WALL = new Timekeeper(Clock.systemUTC(), 1);

  /** Returns now. */
  public Instant now() {
    return clock.instant();
  }

  /** Waits; returns at once when the work is stopped. */
  public void pause(Duration time, Cancellation cancellation) {
    cancellation.await(time.dividedBy(speed));
  }
}
