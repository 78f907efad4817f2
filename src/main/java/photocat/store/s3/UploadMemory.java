package photocat.store.s3;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Memory for photos on their way to a bucket, all together; bounded. Thread-safe. */
final class UploadMemory {
  static final int PIECE_BYTES = 64 * 1024;

  private final Semaphore pieces;

  UploadMemory(int bytes) {
    pieces = new Semaphore(bytes / PIECE_BYTES);
  }

  /** Returns a piece of memory, empty when there is no more. */
  Optional<byte[]> take() {
    return pieces.tryAcquire() ? Optional.of(new byte[PIECE_BYTES]) : Optional.empty();
  }

  void giveBack(int count) {
    pieces.release(count);
  }
}
