package photocat.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one attempt's bytes from an event loop to the store: written, hashed and inspected by a
 * disk worker. The loop's methods never block; the worker runs them in the order of the calls.
 */
final class PhotoSink {
  /** For all photos in flight together: what may wait in memory for a slow disk. */
  private static final int BACKLOG_BYTES = 64 * 1024 * 1024;

  private static final int MOST_WAITING_BYTES = 1024 * 1024;

  private final Attempt attempt;
  private final IncomingPhoto arrival;
  private final EtagTrust trust;
  private final Executor worker;
  private final int highWaterBytes;

  /** Handed over, not yet written. */
  private final AtomicInteger waitingBytes = new AtomicInteger();

  private boolean used;
  private Optional<String> promisedMd5 = Optional.empty();
  private volatile @Nullable Runnable drained;

  /** The worker's own. */
  private @Nullable IOException failure;

  /** One of {@code connections} sinks at work. */
  PhotoSink(
      Attempt attempt, IncomingPhoto arrival, EtagTrust trust, Executor worker, int connections) {
    this.attempt = attempt;
    this.arrival = arrival;
    this.trust = trust;
    this.worker = worker;
    this.highWaterBytes = Math.min(MOST_WAITING_BYTES, BACKLOG_BYTES / connections);
  }

  /** Loop, before the first byte: the server says that the photo has this MD5. */
  void promise(Optional<String> md5) {
    promisedMd5 = md5;
  }

  /** Loop, before the first byte: what an earlier attempt left is of no use. */
  void restart() {
    used = true;
    worker.execute(arrival::discard);
  }

  /** Loop: takes over {@code batch}, which holds {@code bytes} bytes, and releases its buffers. */
  void write(List<ByteBuf> batch, int bytes) {
    used = true;
    waitingBytes.addAndGet(bytes);
    worker.execute(() -> writeNow(batch, bytes));
  }

  /** Loop: no more bytes will come, and all came that were announced. */
  void finish(Transfer transfer) {
    worker.execute(() -> attempt.ended().accept(finishNow(transfer)));
  }

  /** Loop: forgets what this attempt has written, if anything, then tells {@code end}. */
  void drop(AttemptEnd end) {
    if (!used) {
      attempt.ended().accept(end);
      return;
    }
    worker.execute(
        () -> {
          arrival.discard();
          attempt.ended().accept(end);
        });
  }

  /**
   * Loop: keeps what has been written of the photo with this strong tag, then tells {@code end}.
   */
  void keep(AttemptEnd end, String strongEtag) {
    worker.execute(
        () -> {
          if (failure == null) {
            arrival.keep(strongEtag);
          } else {
            arrival.discard();
          }
          attempt.ended().accept(end);
        });
  }

  /** Loop: tells whether the worker is so far behind that reading should stop. */
  boolean isFull() {
    return waitingBytes.get() > highWaterBytes;
  }

  /** Loop: has {@code task} run once, by any thread, when reading may go on. */
  void whenDrained(Runnable task) {
    drained = task;
    if (waitingBytes.get() <= highWaterBytes / 4) {
      runDrained();
    }
  }

  private void runDrained() {
    Runnable task = drained;
    if (task != null) {
      drained = null;
      task.run();
    }
  }

  private void writeNow(List<ByteBuf> batch, int bytes) {
    try {
      for (ByteBuf piece : batch) {
        if (failure == null) {
          arrival.write(piece.nioBuffers(), promisedMd5);
        }
      }
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException | Error e) {
      // Nobody knows what has been written: it must not take the photo's name.
      failure = new IOException("a bug", e);
      throw e;
    } finally {
      batch.forEach(ReferenceCountUtil::release);
      if (waitingBytes.addAndGet(-bytes) <= highWaterBytes / 4) {
        runDrained();
      }
    }
  }

  private AttemptEnd finishNow(Transfer transfer) {
    if (failure != null) {
      arrival.discard();
      return new AttemptEnd.StoreFailed(failure, transfer);
    }
    return arrival.finish(transfer, attempt.target().origin(), trust);
  }
}
