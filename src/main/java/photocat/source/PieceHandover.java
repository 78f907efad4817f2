package photocat.source;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hands pieces from the thread that reads to the thread that loads, in order, and bounds their
 * number on disk: one that is written, one that waits, one that is loaded. Both sides may call it
 * at the same time.
 */
final class PieceHandover {
  private static final int PIECES_ON_DISK = 3;
  private static final String PIECES = "piece-*.tsv";

  private final Path folder;
  private final Semaphore room = new Semaphore(PIECES_ON_DISK);
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private @Nullable Path loading;
  private int pieces;

  /**
   * Makes {@code folder} when missing, or without one a temporary one; removes the pieces that a
   * killed process left there.
   */
  PieceHandover(Optional<Path> folder) throws IOException {
    this.folder =
        folder.isPresent()
            ? Files.createDirectories(folder.get())
            : Files.createTempDirectory("photocat-ingest");
    deletePieces();
  }

  /** Names the file of the next piece once there is room for it. */
  Path newFile() throws InterruptedException {
    room.acquire();
    return folder.resolve("piece-" + ++pieces + ".tsv");
  }

  void ready(TablePiece piece) {
    events.add(new Event(piece, null));
  }

  void ended() {
    events.add(new Event(null, null));
  }

  void failed(Throwable failure) {
    events.add(new Event(null, failure));
  }

  /**
   * Waits for the next piece, having deleted the one before; empty after {@link #ended}.
   *
   * @throws RuntimeException what {@link #failed} was told
   */
  Optional<TablePiece> next() throws IOException, InterruptedException {
    if (loading != null) {
      Files.deleteIfExists(loading);
      loading = null;
      room.release();
    }
    Event event = events.take();
    if (event.failure() instanceof Error error) {
      throw error;
    }
    if (event.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    if (event.piece() == null) {
      events.add(event);
      return Optional.empty();
    }
    loading = event.piece().file();
    return Optional.of(event.piece());
  }

  /** Removes every piece, and the folder when nothing else is in it. */
  void clear() throws IOException {
    deletePieces();
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else's files are not ours to delete.
    }
  }

  private void deletePieces() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PIECES)) {
      for (Path piece : left) {
        Files.deleteIfExists(piece);
      }
    }
  }

  /** A piece, a failure, or with neither the end. */
  private record Event(@Nullable TablePiece piece, @Nullable Throwable failure) {}
}
