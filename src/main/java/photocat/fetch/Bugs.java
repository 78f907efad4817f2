package photocat.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What tasks on other threads threw. Whoever waits for their answers would wait for ever, and so
 * looks here. Thread-safe.
 */
final class Bugs {
  private volatile @Nullable Throwable first;

  /** Returns {@code task}, whose failure is kept here. */
  Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        first = e;
      }
    };
  }

  /** Throws what a task threw. */
  void check() {
    Throwable known = first;
    if (known instanceof Error error) {
      throw error;
    }
    if (known instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
