package photocat.source.dwca;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.file.NamedPipes;

/**
 * Passes rows from the thread that reads them on to those of DuckDB, through a pipe for each: which
 * row takes which is left to chance, and one may be opened when the others have ended. {@link #row}
 * and {@link #end} are for one thread, the rest for any.
 */
final class RowPipes {
  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MOST_WAITING = 4;

  /** What no block of rows is: empty. */
  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private static final Logger log = LoggerFactory.getLogger(RowPipes.class);

  private final List<Path> paths;
  private final List<Thread> writers = new ArrayList<>();
  private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(MOST_WAITING);
  private ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);

  /** Makes the pipes at {@code paths}, where nothing may be. */
  RowPipes(List<Path> paths) throws IOException {
    this.paths = List.copyOf(paths);
    NamedPipes.make(paths);
    for (Path path : paths) {
      Thread writer = new Thread(() -> write(path), "photocat-pipe");
      writer.setDaemon(true);
      writer.start();
      writers.add(writer);
    }
  }

  List<Path> paths() {
    return paths;
  }

  /** Passes a row on; waits while DuckDB has enough to do. */
  void row(byte[] source, int from, int to) throws InterruptedException {
    int bytes = to - from + 1;
    if (bytes > block.remaining()) {
      passOn();
      block = ByteBuffer.allocate(Math.max(BLOCK_BYTES, bytes));
    }
    block.put(source, from, to - from).put((byte) '\n');
  }

  /** There are no more rows. */
  void end() throws InterruptedException {
    passOn();
    for (int pipe = 0; pipe < paths.size(); pipe++) {
      full.put(END);
    }
  }

  private void passOn() throws InterruptedException {
    if (block.position() > 0) {
      full.put(block.flip());
    }
  }

  private void write(Path path) {
    try {
      try (WritableByteChannel pipe = NamedPipes.open(path)) {
        for (ByteBuffer next = full.take(); next.hasRemaining(); next = full.take()) {
          while (next.hasRemaining()) {
            pipe.write(next);
          }
        }
      } catch (IOException e) {
        // Whoever reads has stopped, or never began; to read on tells what else is in the archive.
        long bytes = 0;
        for (ByteBuffer next = full.take(); next.hasRemaining(); next = full.take()) {
          bytes += next.remaining();
        }
        log.debug("{} bytes of rows were passed over", bytes, e);
      }
    } catch (InterruptedException e) {
      log.debug("the rows have been ended", e);
    }
  }

  /** Nobody will read any more. */
  void release() {
    for (Path path : paths) {
      try {
        NamedPipes.remove(path);
      } catch (IOException e) {
        log.debug("a thread may wait for the other end of {}", path, e);
      }
    }
  }

  /** Ends it where it is: whoever waits for rows finds their end. */
  void close() {
    writers.forEach(Thread::interrupt);
    release();
  }
}
