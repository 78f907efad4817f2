package photocat.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forces whole files to the disk, several at once: it writes its journal once for all of them. */
public final class Forced {
  private static final Logger log = LoggerFactory.getLogger(Forced.class);
  private static final int THREADS = 8;

  /** What file systems say that cannot: as good as the disk gets there. */
  private static final Set<String> CANNOT =
      Set.of("Invalid argument", "Operation not supported", "Function not implemented");

  private Forced() {}

  /**
   * Forces what is behind one name.
   *
   * @param <T> what a name is
   */
  @FunctionalInterface
  public interface Force<T> {
    /** Returns when {@code file} is on the disk. */
    void force(T file) throws IOException;
  }

  /** Tries all {@code files}, then fails with the first failure, if any. */
  public static <T> void all(Collection<T> files, Force<T> force) throws IOException {
    if (files.size() < 2) {
      for (T file : files) {
        force.force(file);
      }
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, files.size()), task -> new Thread(task, "photocat-fsync"));
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (T file : files) {
        tasks.add(
            () -> {
              force.force(file);
              return true;
            });
      }
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while files were forced to the disk", e);
    } finally {
      threads.shutdown();
    }
  }

  /** Forces {@code files} where the file system can. */
  static void files(List<Path> files) throws IOException {
    all(files, Forced::force);
  }

  /** Forces the entries of {@code folder}, where the system can. */
  static void folder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      log.debug("the folder {} cannot be forced to the disk", folder, e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      if (!CANNOT.contains(e.getMessage())) {
        throw e;
      }
    }
  }
}
