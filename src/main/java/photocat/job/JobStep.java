package photocat.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import photocat.job.Progress.Unit;

/**
 * How far the present step of a job was at one moment.
 *
 * @param what verb and thing
 * @param total how much there is in all, -1 where nobody knows
 * @param done how much is done
 * @param bytes bytes moved so far, 0 where the job does not tell
 * @param failures items that failed so far
 * @param elapsed time since the step began
 */
public record JobStep(
    String what, Unit unit, long total, long done, long bytes, long failures, Duration elapsed) {
  /** Before, too little is known for a guess. */
  private static final Duration FIRST_GUESS = Duration.ofSeconds(1);

  /** Returns 0 to 100, 100 only when all is done; empty where nobody knows. */
  public OptionalInt percent() {
    if (total < 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(done >= total ? 100 : (int) (100 * done / total));
  }

  /** Returns units done per second so far. */
  public double rate() {
    return done / seconds();
  }

  /** Returns bytes moved per second so far; those of the unit where it is bytes. */
  public long bytesPerSecond() {
    return (long) ((unit == Unit.BYTES ? done : bytes) / seconds());
  }

  /** Returns a guess of the time left, empty while there is nothing to guess from. */
  public Optional<Duration> left() {
    if (done <= 0 || total <= done || elapsed.compareTo(FIRST_GUESS) < 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds((long) Math.ceil((total - done) / rate())));
  }

  private double seconds() {
    return Math.max(1e-3, elapsed.toNanos() / 1e9);
  }
}
