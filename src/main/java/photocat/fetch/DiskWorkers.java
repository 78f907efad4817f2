package photocat.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Threads that may block on the store. A photo keeps to one of them, so that its pieces stay in
 * order without a lock.
 */
final class DiskWorkers implements AutoCloseable {
  private final List<ExecutorService> workers = new ArrayList<>();
  private int next;
  private final Bugs bugs;

  /** So many threads, whose failures go to {@code bugs}. */
  DiskWorkers(int count, Bugs bugs) {
    this.bugs = bugs;
    for (int i = 0; i < count; i++) {
      String name = "photocat-disk-" + i;
      workers.add(Executors.newSingleThreadExecutor(task -> new Thread(task, name)));
    }
  }

  /** Returns the worker whose turn it is; called by one thread. */
  Executor next() {
    next = (next + 1) % workers.size();
    ExecutorService worker = workers.get(next);
    return task -> worker.execute(bugs.guarded(task));
  }

  /** Lets the workers finish what they have been given. */
  @Override
  public void close() {
    workers.forEach(ExecutorService::shutdown);
    for (ExecutorService worker : workers) {
      try {
        if (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
          worker.shutdownNow();
        }
      } catch (InterruptedException e) {
        worker.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
