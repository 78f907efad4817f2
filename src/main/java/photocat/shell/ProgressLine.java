package photocat.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.shell.render.DisplayWidth;
import photocat.shell.render.VisibleText;

/**
 * Progress on the last line of a terminal: {@code reading photos.csv 1.2 GB of 3.4 GB (35 %) 120
 * MB/s 18 s left}. Several steps at a time share the line; the last to report is seen.
 */
final class ProgressLine implements Progress {
  private static final long REDRAWN_EVERY_NANOS = 200_000_000;

  /** Before, too little is known for a guess. */
  private static final double FIRST_GUESS_SECONDS = 1;

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
    return new DrawnStep(what, unit, total);
  }

  private final class DrawnStep implements Step {
    private final String what;
    private final Unit unit;
    private final long total;
    private final long started = nanos.getAsLong();
    private final AtomicLong drawn = new AtomicLong(started);

    DrawnStep(String what, Unit unit, long total) {
      this.what = what;
      this.unit = unit;
      this.total = total;
    }

    @Override
    public void at(long done, String detail) {
      long now = nanos.getAsLong();
      long last = drawn.get();
      if (now - last >= REDRAWN_EVERY_NANOS && drawn.compareAndSet(last, now)) {
        int width = Math.max(1, columns.getAsInt() - 1);
        streams.progress(
            DisplayWidth.cut(VisibleText.of(text(done, (now - started) / 1e9, detail)), width, ""));
      }
    }

    @Override
    public void close() {
      streams.progress("");
    }

    private String text(long done, double seconds, String detail) {
      StringBuilder text = new StringBuilder(what).append("  ").append(amount(done));
      if (total > 0) {
        long percent = Math.min(99, 100 * done / total);
        text.append(" of ").append(amount(total)).append(" (").append(percent).append(" %)");
      }
      double rate = done / seconds;
      text.append("  ").append(amount((long) rate)).append("/s");
      if (total > done && rate > 0 && seconds >= FIRST_GUESS_SECONDS) {
        Duration left = Duration.ofSeconds((long) Math.ceil((total - done) / rate));
        text.append("  ").append(Amounts.duration(left)).append(" left");
      }
      return detail.isEmpty() ? text.toString() : text.append("  ").append(detail).toString();
    }

    private String amount(long amount) {
      return switch (unit) {
        case BYTES -> Amounts.bytes(amount);
        case ROWS -> Amounts.count(amount, "row");
        case PHOTOS -> Amounts.count(amount, "photo");
        case FILES -> Amounts.count(amount, "file");
      };
    }
  }
}
