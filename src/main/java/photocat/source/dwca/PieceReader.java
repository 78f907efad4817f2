package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.PieceHandover;
import photocat.source.WorkFolder;

/**
 * Reads a table of one file piece by piece: a thread of its own inflates, judges and writes the
 * next pieces while the caller loads the one before. The caller uses it from one thread and closes
 * it; closing ends the reading thread and removes all work files, whatever happened.
 */
public final class PieceReader implements AutoCloseable {
  private static final long PATIENCE_AT_CLOSE_MS = 2_000;

  private final ArchiveFiles files;
  private final String path;
  private final Cancellation cancellation;
  private final PieceHandover<RowPiece> handover;
  private final RecordCutter cutter;
  private final Thread thread;
  private volatile boolean stopped;

  private PieceReader(
      ArchiveFiles files, ArchiveTable table, PieceRequest request, Cancellation cancellation)
      throws IOException {
    this.files = files;
    this.path = table.files().get(0);
    this.cancellation = cancellation;
    this.handover = new PieceHandover<>(request.workFolder());
    this.cutter = new RecordCutter(handover, table, request);
    this.thread = new Thread(this::read, "photocat-archive");
    thread.setDaemon(true);
  }

  static PieceReader open(
      ArchiveFiles files, ArchiveTable table, PieceRequest request, Cancellation cancellation) {
    try {
      PieceReader reader = new PieceReader(files, table, request, cancellation);
      reader.thread.start();
      cancellation.onCancel(reader::stop);
      return reader;
    } catch (IOException e) {
      throw WorkFolder.notMade(request.workFolder(), e);
    }
  }

  /**
   * Waits for the next piece and removes the one before.
   *
   * @return empty when the whole table was read
   * @throws PhotocatException when the archive cannot be read to the table's end, or on
   *     cancellation
   */
  public Optional<RowPiece> next() {
    try {
      Optional<RowPiece> piece = handover.next();
      cancellation.check("reading " + files.name());
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wasStopped(e);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove a work file: " + FailureReason.of(e), e);
    }
  }

  private void read() {
    try {
      try (InputStream file = files.open(path)) {
        cutter.file(path, file);
      }
      handover.ended();
    } catch (PhotocatException e) {
      handover.failed(stopped ? wasStopped(e) : ArchiveReader.named(files.name(), path, e));
    } catch (IOException e) {
      handover.failed(
          stopped
              ? wasStopped(e)
              : ArchiveReader.failure(files.name(), path, FailureReason.of(e), e));
    } catch (InterruptedException e) {
      stop();
    } catch (RuntimeException | Error bug) {
      handover.failed(bug);
    } finally {
      // To put a failure into words may fail itself.
      handover.left();
    }
  }

  private PhotocatException wasStopped(Exception cause) {
    return PhotocatException.of(
        ExitStatus.INTERRUPTED, "reading " + files.name() + " was stopped", cause);
  }

  private void stop() {
    stopped = true;
    thread.interrupt();
    handover.failed(wasStopped(new InterruptedException()));
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
      handover.clear();
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove the work files: " + FailureReason.of(e), e);
    }
  }
}
