package photocat.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.store.PhotoPart;
import photocat.store.PhotoStore;

/**
 * Takes one attempt's bytes from an event loop to the store: written, hashed and inspected by a
 * disk worker. The loop's methods never block; the worker runs them in the order of the calls.
 */
final class PhotoSink {
  /** For all photos in flight together: what may wait in memory for a slow disk. */
  private static final int BACKLOG_BYTES = 64 * 1024 * 1024;

  private static final int MOST_WAITING_BYTES = 1024 * 1024;

  private final Attempt attempt;
  private final PhotoStore store;
  private final Executor worker;
  private final int highWaterBytes;

  /** Handed over, not yet written. */
  private final AtomicInteger waitingBytes = new AtomicInteger();

  private boolean used;
  private volatile @Nullable Runnable drained;

  // The worker's own.
  private @Nullable PhotoPart part;
  private @Nullable PhotoDigest digest;
  private @Nullable IOException failure;

  /** One of {@code connections} sinks at work. */
  PhotoSink(Attempt attempt, PhotoStore store, Executor worker, int connections) {
    this.attempt = attempt;
    this.store = store;
    this.worker = worker;
    this.highWaterBytes = Math.min(MOST_WAITING_BYTES, BACKLOG_BYTES / connections);
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

  /** Loop: forgets what has been written, then tells {@code end}. */
  void drop(AttemptEnd end) {
    if (!used) {
      attempt.ended().accept(end);
      return;
    }
    worker.execute(
        () -> {
          discard();
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
          writePiece(piece);
        }
      }
    } catch (IOException e) {
      failure = e;
    } finally {
      batch.forEach(ReferenceCountUtil::release);
      if (waitingBytes.addAndGet(-bytes) <= highWaterBytes / 4) {
        runDrained();
      }
    }
  }

  private void writePiece(ByteBuf piece) throws IOException {
    PhotoPart target = part;
    PhotoDigest facts = digest;
    if (target == null || facts == null) {
      target = store.begin(attempt.names().get(0));
      facts = new PhotoDigest();
      part = target;
      digest = facts;
    }
    for (ByteBuffer bytes : piece.nioBuffers()) {
      facts.update(bytes);
      target.write(bytes);
    }
  }

  private AttemptEnd finishNow(Transfer transfer) {
    if (failure != null) {
      IOException cause = failure;
      discard();
      return new AttemptEnd.StoreFailed(cause, transfer);
    }
    PhotoFacts facts = (digest == null ? new PhotoDigest() : digest).finish();
    if (!facts.image().isWhole() || part == null) {
      discard();
      Fault fault = Fault.content(facts.image().verdict().word());
      return new AttemptEnd.Faulted(fault, transfer, Optional.empty());
    }
    try {
      part.commit();
      for (String name : attempt.names().subList(1, attempt.names().size())) {
        store.addName(attempt.names().get(0), name);
      }
      return new AttemptEnd.Stored(facts, transfer);
    } catch (IOException e) {
      return new AttemptEnd.StoreFailed(e, transfer);
    }
  }

  private void discard() {
    if (part != null) {
      part.discard();
      part = null;
    }
  }
}
