package photocat.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hands pieces from the thread that reads to the thread that loads, in order, and bounds their
 * number on disk: one that is written, one that waits, one that is loaded. Both sides may call it
 * at the same time.
 */
public final class PieceHandover<P extends WorkFile> {
  private static final int PIECES_ON_DISK = 3;

  private final WorkFolder folder;
  private final Queue<P> ready = new ArrayDeque<>();
  private @Nullable Path loading;
  private @Nullable Throwable failure;
  private int pieces;
  private int onDisk;
  private boolean ended;
  private boolean left;
  private boolean cleared;

  /**
   * Makes {@code folder} when missing, or without one a temporary one; removes the pieces that a
   * killed process left there.
   */
  public PieceHandover(Optional<Path> folder) throws IOException {
    this.folder = new WorkFolder(folder);
  }

  /**
   * Names the file of the next piece once there is room for it.
   *
   * @throws InterruptedException also when nobody loads pieces any more
   */
  public synchronized Path newFile() throws InterruptedException {
    while (onDisk == PIECES_ON_DISK && !cleared) {
      wait();
    }
    if (cleared) {
      throw new InterruptedException("nobody loads pieces any more");
    }
    onDisk++;
    pieces++;
    return folder.piece(pieces);
  }

  public synchronized void ready(P piece) {
    ready.add(piece);
    notifyAll();
  }

  /** The bundle was read to its end. */
  public synchronized void ended() {
    ended = true;
    notifyAll();
  }

  /** The bundle cannot be read further; of several failures the first counts. */
  public synchronized void failed(Throwable reason) {
    failure = failure == null ? reason : failure;
    notifyAll();
  }

  /** Whoever reads will not call again, whatever he has said before. */
  public synchronized void left() {
    left = true;
    notifyAll();
  }

  /**
   * Waits for the next piece, having deleted the one before; empty after {@link #ended}. A failure
   * and the end stay: whoever asks again is told again.
   *
   * @throws RuntimeException what {@link #failed} was told
   */
  public synchronized Optional<P> next() throws IOException, InterruptedException {
    if (loading != null) {
      Files.deleteIfExists(loading);
      loading = null;
      onDisk--;
      notifyAll();
    }
    while (ready.isEmpty() && failure == null && !ended && !left) {
      wait();
    }
    P piece = ready.poll();
    if (piece == null) {
      throwFailure();
      return Optional.empty();
    }
    loading = piece.file();
    return Optional.of(piece);
  }

  private void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure != null || !ended) {
      throw new IllegalStateException("the thread that reads the bundle has ended", failure);
    }
  }

  /** Removes every piece, and the folder when nothing else is in it. */
  public void clear() throws IOException {
    synchronized (this) {
      cleared = true;
      notifyAll();
    }
    folder.clear();
  }
}
