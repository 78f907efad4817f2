package photocat.job;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchRequest;
import photocat.model.Kind;
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
  private static final DownloadEvent LAST =
      new DownloadEvent(-1, "", Optional.empty(), Instant.EPOCH);

  private final EventBatch batch;
  private final BlockingQueue<DownloadEvent> queue = new ArrayBlockingQueue<>(QUEUED_ROWS);
  private final Thread writer = new Thread(this::writeAll, "photocat-events");
  private volatile @Nullable RuntimeException failure;
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
    put(LAST);
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwFailure();
  }

  private void put(DownloadEvent event) {
    try {
      queue.put(event);
      if (queue.size() >= BATCH_ROWS || isLast(event)) {
        LockSupport.unpark(writer);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static PhotocatException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return PhotocatException.of(Kind.INTERRUPTED, "the download was interrupted", e);
  }

  /** Once: thrown again on the way out it would suppress itself. */
  private void throwFailure() {
    RuntimeException known = failure;
    if (known != null && !told) {
      told = true;
      throw known;
    }
  }

  private void writeAll() {
    long due = System.nanoTime() + BATCH_NANOS;
    try {
      for (DownloadEvent event = next(due); !isLast(event); event = next(due)) {
        if (event != null) {
          take(event);
        }
        boolean isFull = batch.size() >= BATCH_ROWS && !batch.isHeld();
        if (isFull || System.nanoTime() - due >= 0) {
          write();
          due = System.nanoTime() + BATCH_NANOS;
        }
      }
      write();
      batch.writeHeld();
    } catch (InterruptedException e) {
      failure = interrupted(e);
    } catch (RuntimeException e) {
      failure = e;
      drain();
    }
  }

  private static boolean isLast(@Nullable DownloadEvent event) {
    return event != null && event.fileId() == LAST.fileId();
  }

  /** Waits for a batch, not for an event: to be woken for each takes longer than to write it. */
  private @Nullable DownloadEvent next(long due) throws InterruptedException {
    if (queue.isEmpty()) {
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

  /** Whoever adds must not wait for a writer that has failed. */
  private void drain() {
    try {
      while (!isLast(queue.take())) {
        // Dropped: the failure is told at the next event.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
