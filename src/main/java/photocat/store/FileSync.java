package photocat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  /**
   * Forces {@code files}; one that is gone meanwhile is none of ours. One that cannot be forced is
   * removed, since nobody can tell later what the disk has of it.
   */
  static void forceFiles(Collection<Path> files) throws IOException {
    force(files, StandardOpenOption.WRITE, true);
  }

  /** Forces what names the folders hold. */
  static void forceFolders(Collection<Path> folders) throws IOException {
    force(folders, StandardOpenOption.READ, false);
  }

  private static void force(Collection<Path> paths, OpenOption how, boolean remove)
      throws IOException {
    if (paths.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, paths.size()), task -> new Thread(task, "photocat-fsync"));
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      paths.forEach(path -> tasks.add(() -> force(path, how, remove)));
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

  private static Void force(Path path, OpenOption how, boolean remove) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      if (remove) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
    return null;
  }
}
