package photocat.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers how far a job has come. Several steps at a time: the last to begin is seen. */
final class JobProgress implements Progress {
  private final LongSupplier nanos;
  private volatile @Nullable KeptStep newest;

  /** Takes the time from {@code nanos}, a clock as {@link System#nanoTime}. */
  JobProgress(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Step start(String what, Unit unit, long total) {
    KeptStep step = new KeptStep(what, unit, total);
    newest = step;
    return step;
  }

  /** Returns the newest step, also after it ended: how far it came stays worth knowing. */
  Optional<JobStep> step() {
    return Optional.ofNullable(newest).map(KeptStep::now);
  }

  private final class KeptStep implements Step {
    private final String what;
    private final Unit unit;
    private final long total;
    private final long started = nanos.getAsLong();
    private volatile long ended;
    private volatile boolean over;
    private volatile long done;
    private volatile long bytes;
    private volatile long failures;

    KeptStep(String what, Unit unit, long total) {
      this.what = what;
      this.unit = unit;
      this.total = total;
    }

    @Override
    public void at(long nowDone, List<String> details) {
      done = nowDone;
    }

    @Override
    public void tally(long nowBytes, long nowFailures) {
      bytes = nowBytes;
      failures = nowFailures;
    }

    @Override
    public void close() {
      ended = nanos.getAsLong();
      over = true;
    }

    JobStep now() {
      long until = over ? ended : nanos.getAsLong();
      return new JobStep(
          what, unit, total, done, bytes, failures, Duration.ofNanos(until - started));
    }
  }
}
