package photocat.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;

/**
 * Our end of a pipe, or a device. The system waits until somebody has opened the other end, and
 * later until he reads or writes, and can be told in no way to wait no longer; so another thread
 * opens, and a request to stop closes.
 */
final class PipeEnd {
  private static final Logger log = LoggerFactory.getLogger(PipeEnd.class);

  /** What a shell has opened to append is not to be written over from its beginning. */
  private static final Set<StandardOpenOption> AS_IT_IS =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND);

  private PipeEnd() {}

  /**
   * Opens {@code pipe}, which is there, to write to it.
   *
   * @throws photocat.model.PhotocatException of kind INTERRUPTED if {@code stop} comes first
   */
  static FileChannel open(Path pipe, Cancellation stop) throws IOException {
    return open(pipe, AS_IT_IS, "writing to " + pipe, stop);
  }

  /** The same to read from it. */
  static FileChannel openToRead(Path pipe, Cancellation stop) throws IOException {
    return open(pipe, Set.of(StandardOpenOption.READ), "reading " + pipe, stop);
  }

  private static FileChannel open(
      Path pipe, Set<StandardOpenOption> how, String work, Cancellation stop) throws IOException {
    CompletableFuture<FileChannel> opened = new CompletableFuture<>();
    Thread opener = new Thread(() -> open(pipe, how, opened), "photocat-pipe");
    opener.setDaemon(true);
    opener.start();
    stop.onCancel(() -> opened.cancel(false));
    try {
      opened.handle((channel, failure) -> true).get();
      if (opened.isCancelled()) {
        free(pipe);
        stop.check(work);
      }
      FileChannel channel = opened.get();
      stop.onCancel(() -> close(channel));
      return channel;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      opened.cancel(false);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it was opened", e);
    }
  }

  private static void open(
      Path pipe, Set<StandardOpenOption> how, CompletableFuture<FileChannel> opened) {
    try {
      FileChannel channel = FileChannel.open(pipe, how);
      if (!opened.complete(channel)) {
        channel.close();
      }
    } catch (IOException | RuntimeException | Error e) {
      opened.completeExceptionally(e);
    }
  }

  /** Whoever waits has company for a moment: who opens both ends at once never waits. */
  private static void free(Path pipe) {
    try {
      FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
    } catch (IOException e) {
      log.debug("a thread waits for the other end of {}", pipe, e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("cannot close a pipe", e);
    }
  }
}
