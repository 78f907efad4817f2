package photocat.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Reads an iNaturalist Open Data bundle piece by piece: a thread of its own downloads, inflates and
 * cuts the next pieces while the caller loads the one before. The caller uses it from one thread
 * and closes it; closing ends the reading thread and removes all work files, whatever happened.
 */
public final class BundleReader implements AutoCloseable {
  private static final long PATIENCE_AT_CLOSE_MS = 2_000;

  private final BundleSource source;
  private final BundleMeter meter;
  private final Cancellation cancellation;
  private final PieceHandover<TablePiece> handover;
  private final PieceCutter cutter;
  private final Thread thread;
  private volatile boolean stopped;

  private BundleReader(BundleRequest request, Cancellation cancellation, ReadProgress progress)
      throws IOException {
    this.source = BundleSource.of(request.from(), request.remote());
    this.meter = new BundleMeter(progress);
    this.cancellation = cancellation;
    this.handover = new PieceHandover<>(request.workFolder());
    this.cutter = new PieceCutter(handover, request.pieceBytes(), meter);
    this.thread = new Thread(this::read, "photocat-bundle");
    thread.setDaemon(true);
  }

  /**
   * Starts to read.
   *
   * @throws PhotocatException when the request names no possible place, or no work folder can be
   *     made; what is wrong with the bundle itself is told by {@link #next}
   */
  public static BundleReader open(
      BundleRequest request, Cancellation cancellation, ReadProgress progress) {
    try {
      BundleReader reader = new BundleReader(request, cancellation, progress);
      reader.thread.start();
      cancellation.onCancel(reader::stop);
      return reader;
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot make the work folder %s: %s"
              .formatted(
                  request.workFolder().map(Path::toString).orElse("for pieces of the bundle"),
                  FailureReason.of(e)),
          e);
    }
  }

  /**
   * Waits for the next piece and removes the one before. A table's pieces come together and in
   * order; tables come as the bundle has them.
   *
   * @return empty when the whole bundle was read and held every required table
   * @throws PhotocatException when the bundle cannot be read to its end, or on cancellation
   */
  public Optional<TablePiece> next() {
    try {
      Optional<TablePiece> piece = handover.next();
      cancellation.check("reading " + source.name());
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wasStopped(e);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove a work file: " + FailureReason.of(e), e);
    }
  }

  /** Returns where the bundle comes from, without passwords and signatures. */
  public String origin() {
    return source.name();
  }

  /** Returns the date in the bundle's folder name, or in its own; empty until it was met. */
  public Optional<LocalDate> snapshotDate() {
    return meter.snapshotDate();
  }

  /** Returns the bytes of the bundle, compressed as it is, that have been read. */
  public long readBytes() {
    return meter.readBytes();
  }

  /** Returns one line for each thing that is odd but harmless, such as a file that was ignored. */
  public List<String> notes() {
    return meter.notes();
  }

  private void read() {
    Set<BundleTable> found = EnumSet.noneOf(BundleTable.class);
    try {
      source.read(
          (table, text) -> {
            found.add(table);
            cutter.table(table, text);
          },
          meter);
      BundleTable.requireAll(found);
      handover.ended();
    } catch (PhotocatException e) {
      PhotocatException failure = failure(e.kind(), e.message(), e);
      handover.failed(e.hint().map(failure::withHint).orElse(failure));
    } catch (IOException e) {
      handover.failed(failure(ExitStatus.FAILED, FailureReason.of(e), e));
    } catch (InterruptedException e) {
      stop();
    } catch (RuntimeException | Error bug) {
      handover.failed(bug);
    } finally {
      // To put a failure into words may fail itself.
      handover.left();
    }
  }

  private PhotocatException failure(ExitStatus kind, String reason, Exception cause) {
    if (stopped) {
      return wasStopped(cause);
    }
    String table = meter.reading().isEmpty() ? "" : meter.reading() + " in ";
    return PhotocatException.of(
        kind, "cannot read " + table + source.name() + ": " + reason, cause);
  }

  private PhotocatException wasStopped(Exception cause) {
    return PhotocatException.of(
        ExitStatus.INTERRUPTED, "reading " + source.name() + " was stopped", cause);
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
