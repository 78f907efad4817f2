package photocat.job.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import photocat.job.Progress;

/** Does something when it is told of progress for the {@code n}-th time. Thread-safe. */
final class CountedProgress implements Progress {
  private final int wanted;
  private final Runnable action;
  private final AtomicInteger told = new AtomicInteger();

  CountedProgress(int wanted, Runnable action) {
    this.wanted = wanted;
    this.action = action;
  }

  @Override
  public Step start(String what, Unit unit, long total) {
    tell();
    return (done, details) -> tell();
  }

  /** Tells whether it was done. */
  boolean isDone() {
    return told.get() >= wanted;
  }

  private void tell() {
    if (told.incrementAndGet() == wanted) {
      action.run();
    }
  }
}
