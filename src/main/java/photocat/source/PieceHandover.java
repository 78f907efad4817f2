package photocat.source;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.file.OwnFiles;

/**
 * Hands pieces from the thread that reads to the thread that loads, in order, and bounds their
 * number on disk: one that is written, one that waits, one that is loaded. Both sides may call it
 * at the same time.
 */
public final class PieceHandover<P extends WorkFile> {
  private static final int PIECES_ON_DISK = 3;
  private static final Pattern PIECE = Pattern.compile("piece-\\d+(-clean)?\\.tsv");

  private final Path folder;
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
    this.folder =
        folder.isPresent()
            ? OwnFiles.makeFolder(folder.get())
            : OwnFiles.makeTemporaryFolder("photocat-ingest");
    deletePieces();
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
    return folder.resolve("piece-" + ++pieces + ".tsv");
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
    deletePieces();
    try {
      if (OwnFiles.isFolder(folder)) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // Somebody else's files are not ours to delete.
    }
  }

  private void deletePieces() throws IOException {
    if (!OwnFiles.isFolder(folder)) {
      // It was taken away: what a link in its place leads to is not ours.
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PieceHandover::isPiece)) {
      for (Path piece : left) {
        Files.deleteIfExists(piece);
      }
    }
  }

  private static boolean isPiece(Path file) {
    return PIECE.matcher(String.valueOf(file.getFileName())).matches();
  }
}
