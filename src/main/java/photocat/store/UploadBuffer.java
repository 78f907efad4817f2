package photocat.store;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Bytes that wait to be sent: in memory, and in a temporary file once the memory of all photos
 * together is used up, so that any number of photos can be on its way. Not thread-safe.
 */
final class UploadBuffer {
  private final UploadMemory memory;
  private final List<byte[]> pieces = new ArrayList<>();
  private long sizeBytes;
  private @Nullable Path overflow;

  UploadBuffer(UploadMemory memory) {
    this.memory = memory;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /** Takes all remaining bytes. */
  void add(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (overflow == null && !hasRoom() && !takePiece()) {
        overflow = Files.createTempFile("photocat-upload", null);
      }
      if (overflow == null) {
        int at = (int) (sizeBytes % UploadMemory.PIECE_BYTES);
        int length = Math.min(bytes.remaining(), UploadMemory.PIECE_BYTES - at);
        bytes.get(pieces.get(pieces.size() - 1), at, length);
        sizeBytes += length;
      } else {
        sizeBytes += append(overflow, bytes);
      }
    }
  }

  /** Hashes what is in the buffer. */
  void hash(MessageDigest digest) throws IOException {
    byte[] some = new byte[UploadMemory.PIECE_BYTES];
    try (InputStream in = open()) {
      for (int length = in.read(some); length >= 0; length = in.read(some)) {
        digest.update(some, 0, length);
      }
    }
  }

  /** Returns what is in the buffer, which must stay so until it has been sent. */
  RequestBody body(String mediaType) {
    return RequestBody.fromContentProvider(
        () -> {
          try {
            return open();
          } catch (IOException e) {
            throw SdkClientException.create("cannot read what is to be sent: " + e, e);
          }
        },
        sizeBytes,
        mediaType);
  }

  /** Empties the buffer and gives everything back. */
  void clear() {
    memory.giveBack(pieces.size());
    pieces.clear();
    sizeBytes = 0;
    Path file = overflow;
    overflow = null;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // A temporary file that stays is the system's to remove.
      }
    }
  }

  private boolean hasRoom() {
    return sizeBytes < (long) pieces.size() * UploadMemory.PIECE_BYTES;
  }

  private boolean takePiece() {
    Optional<byte[]> piece = memory.take();
    piece.ifPresent(pieces::add);
    return piece.isPresent();
  }

  private static int append(Path file, ByteBuffer bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, APPEND)) {
      int before = bytes.remaining();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return before;
    }
  }

  private InputStream open() throws IOException {
    List<InputStream> streams = new ArrayList<>();
    long left = sizeBytes;
    for (byte[] piece : pieces) {
      int length = (int) Math.min(left, piece.length);
      streams.add(new ByteArrayInputStream(piece, 0, length));
      left -= length;
    }
    if (overflow != null) {
      streams.add(Files.newInputStream(overflow));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
