package photocat.shell;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import photocat.job.Progress;

/**
 * Progress on the last line of a terminal. Several steps at a time share the line; the last to
 * report is seen.
 */
final class ProgressLine implements Progress {
  private static final long REDRAWN_EVERY_NANOS = 200_000_000;

  private final Streams streams;
  private final IntSupplier columns;
  private final LongSupplier nanos;

  /**
   * Draws on {@code streams}.
   *
   * @param columns width of the terminal
   * @param nanos a clock as {@link System#nanoTime}
   */
  ProgressLine(Streams streams, IntSupplier columns, LongSupplier nanos) {
    this.streams = streams;
    this.columns = columns;
    this.nanos = nanos;
  }

  @Override
  public Step start(String what, Unit unit, long total) {
    return new DrawnStep(new ProgressText(what, unit, total));
  }

  private final class DrawnStep implements Step {
    private final ProgressText text;
    private final long started = nanos.getAsLong();
    private final AtomicLong drawn = new AtomicLong(started);

    DrawnStep(ProgressText text) {
      this.text = text;
    }

    @Override
    public void at(long done, List<String> details) {
      long now = nanos.getAsLong();
      long last = drawn.get();
      if (now - last >= REDRAWN_EVERY_NANOS && drawn.compareAndSet(last, now)) {
        int width = Math.max(1, columns.getAsInt() - 1);
        streams.progress(text.at(done, (now - started) / 1e9, details, width));
      }
    }

    @Override
    public void close() {
      streams.progress("");
    }
  }
}
