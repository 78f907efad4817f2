package photocat.job.download;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchRequest;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Takes the events of one run to the catalogue from a thread of its own: every 2,000 rows or every
 * second, whichever comes first. A crash loses at most the last batch, whose files the next run
 * adopts. Events are added by one thread, which waits while the writer is far behind; closed by
 * whoever made it.
 */
final class DownloadEvents implements AutoCloseable {
  private static final int BATCH_ROWS = 2_000;
  private static final long BATCH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int QUEUED_ROWS = 20_000;
  private static final long LOOK_MILLIS = 100;

  private final EventBatch batch;
  private final BlockingQueue<DownloadEvent> queue = new ArrayBlockingQueue<>(QUEUED_ROWS);
  private final Thread writer = new Thread(this::writeAll, "photocat-events");
  private volatile boolean complete;
  private volatile boolean written;
  private volatile @Nullable Throwable failure;
  private boolean told;

  /** Begun and not ended; a file that begins and ends within a batch is written once. */
  private final Map<Long, DownloadEvent> begun = new LinkedHashMap<>();

  DownloadEvents(EventBatch batch) {
    this.batch = batch;
    writer.start();
  }

  /**
   * Takes an event.
   *
   * @throws PhotocatException if the catalogue refused an earlier one
   */
  void add(DownloadEvent event) {
    throwFailure();
    put(event);
  }

  /**
   * Takes the same event of all {@code files} of {@code request}, in the order of its names; rows
   * that share a file share its name.
   */
  void add(
      List<Long> files, FetchRequest request, Optional<FetchOutcome> outcome, Instant happenedAt) {
    List<String> names = request.names();
    for (int i = 0; i < files.size(); i++) {
      String name = names.get(Math.min(i, names.size() - 1));
      add(new DownloadEvent(files.get(i), name, outcome, happenedAt));
    }
  }

  /** Tells whether the catalogue takes rows; while it does not, they are kept for later. */
  boolean isWriting() {
    throwFailure();
    return !batch.isHeld();
  }

  /** Writes what has been added, which takes until the catalogue has room, and ends the writer. */
  @Override
  public void close() {
    complete = true;
    LockSupport.unpark(writer);
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwFailure();
    if (!written && !told) {
      throw new IllegalStateException("the writer of events has ended before its last row");
    }
  }

  /** Nobody takes what is put once the writer has ended. */
  private void put(DownloadEvent event) {
    try {
      while (writer.isAlive() && !queue.offer(event, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        LockSupport.unpark(writer);
      }
      if (queue.size() >= BATCH_ROWS) {
        LockSupport.unpark(writer);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static PhotocatException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return PhotocatException.of(ExitStatus.INTERRUPTED, "the download was interrupted", e);
  }

  /** Once: thrown again on the way out it would suppress itself. */
  private void throwFailure() {
    Throwable known = failure;
    if (known == null || told) {
      return;
    }
    told = true;
    if (known instanceof Error error) {
      throw error;
    }
    if (known instanceof RuntimeException exception) {
      throw exception;
    }
    throw PhotocatException.of(ExitStatus.INTERRUPTED, "the download was interrupted", known);
  }

  /** However it ends, whoever adds or closes is told, and waits for nothing. */
  private void writeAll() {
    try {
      writeUntilComplete();
      write();
      batch.writeHeld();
      written = true;
    } catch (InterruptedException | RuntimeException | Error e) {
      // Put into words by those who are told: that may fail too.
      failure = e;
    }
  }

  private void writeUntilComplete() throws InterruptedException {
    long due = System.nanoTime() + BATCH_NANOS;
    // What was added before the end is in the queue when the end is seen.
    for (boolean last = complete; !last || !queue.isEmpty(); last = complete) {
      DownloadEvent event = next(due);
      if (event != null) {
        take(event);
      }
      boolean isFull = batch.size() >= BATCH_ROWS && !batch.isHeld();
      if (isFull || System.nanoTime() - due >= 0) {
        write();
        due = System.nanoTime() + BATCH_NANOS;
      }
    }
  }

  /** Waits for a batch, not for an event: to be woken for each takes longer than to write it. */
  private @Nullable DownloadEvent next(long due) throws InterruptedException {
    if (queue.isEmpty() && !complete) {
      LockSupport.parkNanos(this, due - System.nanoTime());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return queue.poll();
  }

  private void take(DownloadEvent event) {
    if (event.isStart()) {
      begun.put(event.fileId(), event);
    } else {
      begun.remove(event.fileId());
      batch.add(event);
    }
  }

  private void write() {
    begun.values().forEach(batch::add);
    begun.clear();
    batch.write();
  }
}
