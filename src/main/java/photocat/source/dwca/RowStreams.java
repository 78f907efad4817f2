package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.CountedInput;
import photocat.source.ReadProgress;
import photocat.source.WorkFolder;

/**
 * Reads one table as streams of rows, one for each of its files, more where many rows are none: a
 * thread of its own inflates and judges what the caller loads meanwhile. To load all of a table by
 * few statements matters: DuckDB's rows lie in groups, and each statement ends with groups that are
 * not full, which it writes once more at the next checkpoint (duckdb 2.0.0). The caller uses it
 * from one thread and closes it; closing ends the reading thread and removes the pipes.
 */
public final class RowStreams implements AutoCloseable {
  private static final long PATIENCE_AT_CLOSE_MS = 2_000;

  /** Streams in memory: one that is loaded, one that is filled meanwhile. */
  private static final int MOST_BEGUN = 2;

  private final ArchiveFiles files;
  private final ArchiveTable table;
  private final StreamRequest request;
  private final Cancellation cancellation;
  private final ReadProgress progress;
  private final OptionalLong totalBytes;
  private final Thread thread;
  private final BlockingQueue<Optional<RowStream>> ready = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_BEGUN);
  private volatile WorkFolder folder;
  private volatile String path = "";
  private long readBytes;
  private int pieces;
  private final List<RowStream> begun = new ArrayList<>();
  private @Nullable RowStream handedOver;
  private @Nullable Throwable failure;

  private RowStreams(
      ArchiveFiles files,
      ArchiveTable table,
      StreamRequest request,
      Cancellation cancellation,
      ReadProgress progress)
      throws IOException {
    this.files = files;
    this.table = table;
    this.request = request;
    this.cancellation = cancellation;
    this.progress = progress;
    this.totalBytes = total(files, table);
    this.folder = new WorkFolder(request.workFolder());
    this.thread = new Thread(this::read, "photocat-archive");
    thread.setDaemon(true);
  }

  static RowStreams open(
      ArchiveFiles files,
      ArchiveTable table,
      StreamRequest request,
      Cancellation cancellation,
      ReadProgress progress) {
    try {
      RowStreams streams = new RowStreams(files, table, request, cancellation, progress);
      streams.thread.start();
      cancellation.onCancel(streams::stop);
      return streams;
    } catch (IOException e) {
      throw WorkFolder.notMade(request.workFolder(), e);
    }
  }

  private static OptionalLong total(ArchiveFiles files, ArchiveTable table) {
    long sum = 0;
    for (String each : table.files()) {
      OptionalLong size = files.sizeBytes(each);
      if (size.isEmpty()) {
        return size;
      }
      sum += size.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /**
   * Waits for the next stream; the one before has been loaded.
   *
   * @return empty when the whole table was read
   * @throws PhotocatException when the archive cannot be read further, or on cancellation
   */
  public Optional<RowStream> next() {
    try {
      forget(handedOver);
      Optional<RowStream> stream = ready.take();
      handedOver = stream.orElse(null);
      cancellation.check("reading " + files.name());
      if (stream.isEmpty()) {
        // Whoever asks again is told again.
        ready.add(stream);
        throwFailure();
      }
      return stream;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wasStopped(e);
    }
  }

  /** What nobody reads any more is not to be kept: its odd rows take room. */
  private synchronized void forget(@Nullable RowStream loaded) {
    if (begun.remove(loaded)) {
      room.release();
    }
  }

  private synchronized void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException known) {
      throw known;
    }
  }

  private void read() {
    try {
      for (String each : table.files()) {
        path = each;
        long before = readBytes;
        try (InputStream file = new CountedInput(files.open(each), bytes -> read(before + bytes))) {
          stream(TableText.open(file, table));
        }
      }
    } catch (PhotocatException e) {
      failed(ArchiveReader.named(files.name(), path, e));
    } catch (IOException e) {
      failed(ArchiveReader.failure(files.name(), path, FailureReason.of(e), e));
    } catch (InterruptedException e) {
      failed(wasStopped(e));
    } catch (RuntimeException | Error bug) {
      failed(bug);
    } finally {
      ready.add(Optional.empty());
    }
  }

  private void read(long bytes) {
    readBytes = bytes;
    progress.read(bytes, totalBytes);
  }

  private void stream(TableText text) throws IOException, InterruptedException {
    List<String> cells = text.cellNames(table);
    boolean more = true;
    while (more) {
      room.acquire();
      RowStream stream = new RowStream(table, cells, path, pipes());
      begin(stream);
      ready.add(Optional.of(stream));
      more = stream.fill(text);
    }
  }

  private RowPipes pipes() throws IOException {
    try {
      return new RowPipes(paths());
    } catch (IOException e) {
      // The catalogue may lie on a disk of another system, which takes no pipes.
      folder.clear();
      folder = new WorkFolder(Optional.empty());
      return pipes(e);
    }
  }

  private RowPipes pipes(IOException before) throws IOException {
    try {
      return new RowPipes(paths());
    } catch (IOException e) {
      e.addSuppressed(before);
      throw PhotocatException.of(
              ExitStatus.FAILED, "no named pipe can be made: " + FailureReason.of(e), e)
          .withHint("the program mkfifo has to be on the PATH, and the disk has to take pipes");
    }
  }

  private List<Path> paths() {
    return IntStream.range(0, request.pipes()).mapToObj(pipe -> folder.piece(++pieces)).toList();
  }

  private synchronized void begin(RowStream stream) {
    begun.add(stream);
    if (failure != null) {
      stream.fail(failure);
    }
  }

  /** Of several failures the first counts: what stops the reading makes it fail too. */
  private synchronized void failed(Throwable reason) {
    failure = failure == null ? reason : failure;
    if (!begun.isEmpty()) {
      begun.get(begun.size() - 1).fail(failure);
    }
  }

  private PhotocatException wasStopped(Exception cause) {
    return PhotocatException.of(
        ExitStatus.INTERRUPTED, "reading " + files.name() + " was stopped", cause);
  }

  private synchronized void stop() {
    PhotocatException reason = wasStopped(new InterruptedException());
    failed(reason);
    begun.forEach(stream -> stream.fail(reason));
    thread.interrupt();
    ready.add(Optional.empty());
  }

  @Override
  public void close() {
    stop();
    try {
      thread.join(PATIENCE_AT_CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      folder.clear();
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove the work files: " + FailureReason.of(e), e);
    }
  }
}
