package photocat.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One request to stop, seen by everybody who works on the same command. Thread-safe. */
public final class Cancellation {
  private final List<Runnable> listeners = new ArrayList<>();
  private volatile boolean cancelled;

  /**
   * Asks all work to stop. Only the first call has an effect; it runs the listeners on the calling
   * thread.
   */
  public void cancel() {
    List<Runnable> informed;
    synchronized (listeners) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      listeners.notifyAll();
      informed = List.copyOf(listeners);
    }
    tell(informed);
  }

  /** A listener that fails keeps nobody else from being told, who would wait for ever. */
  private static void tell(List<Runnable> informed) {
    Throwable failure = null;
    for (Runnable listener : informed) {
      try {
        listener.run();
      } catch (RuntimeException | Error e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
  }

  /** Tells whether work should stop; cheap enough to ask for every row. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Throws an {@link ExitStatus#INTERRUPTED} failure that names {@code work} when work should stop.
   */
  public void check(String work) {
    if (cancelled) {
      throw PhotocatException.of(ExitStatus.INTERRUPTED, work + " was stopped");
    }
  }

  /** Waits for the request to stop, {@code time} at most; tells whether it came. */
  public boolean await(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    synchronized (listeners) {
      try {
        for (long left = time.toNanos();
            !cancelled && left > 0;
            left = deadline - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(listeners, left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return cancelled;
    }
  }

  /** Runs {@code listener} once when {@link #cancel} is called, at once if it has been. */
  public void onCancel(Runnable listener) {
    synchronized (listeners) {
      if (!cancelled) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }
}
