package photocat.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Writes the events of one run from a thread of its own: every 2,000 rows or every second,
 * whichever comes first, each batch in one transaction. A crash loses at most the last batch, whose
 * files the next run adopts. Events are added by one thread, which waits while the writer is far
 * behind; closed by whoever made it, before the session.
 */
final class DownloadEvents implements AutoCloseable {
  private static final int BATCH_ROWS = 2_000;
  private static final long BATCH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int QUEUED_ROWS = 20_000;
  private static final DownloadEvent LAST = new DownloadEvent(-1, Optional.empty(), Instant.EPOCH);

  private final Session session;
  private final int runId;
  private final int manifestId;
  private final BlockingQueue<DownloadEvent> queue = new ArrayBlockingQueue<>(QUEUED_ROWS);
  private final Thread writer = new Thread(this::writeAll, "photocat-events");
  private volatile @Nullable RuntimeException failure;
  private boolean told;

  // The writer's own.
  private final List<DownloadEvent> batch = new ArrayList<>();

  /** Begun and not ended; a file that begins and ends within a batch is written once. */
  private final Map<Long, DownloadEvent> begun = new LinkedHashMap<>();

  DownloadEvents(Session session, int runId, int manifestId) {
    this.session = session;
    this.runId = runId;
    this.manifestId = manifestId;
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

  /** Writes what has been added and ends the writer. */
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
        if (batch.size() >= BATCH_ROWS || System.nanoTime() - due >= 0) {
          write();
          due = System.nanoTime() + BATCH_NANOS;
        }
      }
      write();
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

  private @Nullable DownloadEvent next(long due) throws InterruptedException {
    return queue.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
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
    batch.addAll(begun.values());
    begun.clear();
    if (batch.isEmpty()) {
      return;
    }
    session.transaction(
        () -> {
          try (TableAppender table = session.openAppender("download_events")) {
            batch.forEach(event -> event.appendTo(table, runId, manifestId));
            table.flush();
          }
          return batch.size();
        });
    batch.clear();
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
