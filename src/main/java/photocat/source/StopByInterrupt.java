package photocat.source;

import photocat.model.Cancellation;

/**
 * Interrupts the thread that makes it when work is to stop, until it is closed: that thread has
 * other work afterwards, which must not find itself interrupted.
 */
final class StopByInterrupt implements AutoCloseable {
  private final Cancellation cancellation;
  private final Thread worker = Thread.currentThread();
  private boolean closed;

  StopByInterrupt(Cancellation cancellation) {
    this.cancellation = cancellation;
    cancellation.onCancel(this::stop);
  }

  private synchronized void stop() {
    if (!closed) {
      worker.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (cancellation.isCancelled()) {
      Thread.interrupted();
    }
  }
}
