package photocat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Forces files to the disk, several at once: the disk writes its journal once for all of them. */
final class FileSync {
  private static final int THREADS = 8;

  private FileSync() {}

  /** Forces what is behind one name. */
  interface Force {
    void force(String name) throws IOException;
  }

  /** Forces {@code channel}; fails with {@link UnforcedException} where the system never does. */
  static void force(FileChannel channel) throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw UnforcedException.or(e);
    }
  }

  /** Tries all {@code names}, then fails with the first failure, if any. */
  static void all(Collection<String> names, Force force) throws IOException {
    if (names.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, names.size()), task -> new Thread(task, "photocat-fsync"));
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (String name : names) {
        tasks.add(
            () -> {
              force.force(name);
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while photos were forced to the disk", e);
    } finally {
      threads.shutdown();
    }
  }
}
