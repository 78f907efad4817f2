package photocat.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import photocat.catalog.StatementProgress;
import photocat.model.Amounts;
import photocat.shell.render.DisplayWidth;

/**
 * Shows on the last line how far a query has come, once it takes long: {@code 12 s 34 % 12,100,000
 * of 40,000,000 rows Ctrl-C stops it}.
 */
final class QueryWatch implements AutoCloseable {
  private static final long FIRST_MILLIS = 700;
  private static final long EVERY_MILLIS = 200;

  private final Supplier<Optional<StatementProgress>> progress;
  private final Streams streams;
  private final Screen screen;
  private final LongSupplier nanos;
  private final long started;
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean closed;

  /**
   * Watches from now on.
   *
   * @param nanos a clock as {@link System#nanoTime}
   */
  QueryWatch(
      Supplier<Optional<StatementProgress>> progress,
      Streams streams,
      Screen screen,
      LongSupplier nanos) {
    this.progress = progress;
    this.streams = streams;
    this.screen = screen;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  /** Begins to draw in a while, on a thread of its own that ends with {@link #close}. */
  void start() {
    Thread thread = new Thread(this::drawUntilClosed, "query-progress");
    thread.setDaemon(true);
    thread.start();
  }

  /** Wipes the line; nothing is drawn after. */
  @Override
  public void close() {
    ended.countDown();
    synchronized (this) {
      closed = true;
      streams.progress("");
    }
  }

  private void drawUntilClosed() {
    try {
      if (!ended.await(FIRST_MILLIS, TimeUnit.MILLISECONDS)) {
        do {
          draw();
        } while (!ended.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void draw() {
    if (!closed) {
      int width = Math.max(1, screen.columns().getAsInt() - 1);
      streams.progress(DisplayWidth.cut(text(), width, ""));
    }
  }

  private String text() {
    Duration elapsed = Duration.ofNanos(nanos.getAsLong() - started);
    StringBuilder text = new StringBuilder(Amounts.duration(elapsed));
    Optional<StatementProgress> known = progress.get();
    if (known.isPresent() && known.get().percent() >= 0) {
      // DuckDB says 100 long before it ends.
      text.append("  ").append(Math.min(99, (long) known.get().percent())).append(" %");
      if (known.get().totalRows() > 0) {
        text.append("  ").append(Amounts.count(known.get().rows()));
        text.append(" of ").append(Amounts.count(known.get().totalRows(), "row"));
      }
    }
    return text.append("  Ctrl-C stops it").toString();
  }
}
