package photocat.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fails a read that waits too long: the JDK's HTTP client limits the time for a response's head
 * only. Silence while nobody reads is not counted. {@code in} must allow to be closed while another
 * thread reads it.
 */
final class StallGuard extends FilterInputStream {
  private final Executor timer;
  private final AtomicLong reads = new AtomicLong();
  private volatile boolean waiting;
  private volatile boolean stalled;
  private volatile boolean closed;

  StallGuard(InputStream in, Duration longestSilence) {
    super(in);
    this.timer =
        CompletableFuture.delayedExecutor(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
    watch(-1);
  }

  /** Looks again after the time limit: one timer for the stream, not one for each read. */
  private void watch(long readsBefore) {
    if (waiting && reads.get() == readsBefore) {
      stalled = true;
      try {
        in.close();
      } catch (IOException e) {
        // The reader is told of the silence, not of this.
      }
    } else if (!closed) {
      long readsNow = reads.get();
      timer.execute(() -> watch(readsNow));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    waiting = true;
    int count;
    try {
      count = super.read(target, offset, length);
    } catch (IOException e) {
      throw stalled ? silence() : e;
    } finally {
      waiting = false;
      reads.incrementAndGet();
    }
    if (stalled) {
      throw silence();
    }
    return count;
  }

  private static SocketTimeoutException silence() {
    return new SocketTimeoutException("silent for too long");
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }
}
