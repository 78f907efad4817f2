package photocat.store.s3;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
 * together is used up, so that any number of photos can be on its way. The file has no name from
 * the moment it is open, so that it goes with the process, however that ends. Not thread-safe.
 */
final class UploadBuffer {
  private final UploadMemory memory;
  private final List<byte[]> pieces = new ArrayList<>();
  private long sizeBytes;
  private @Nullable FileChannel overflow;

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
        overflow =
            FileChannel.open(
                Files.createTempFile("photocat-upload", null), READ, WRITE, DELETE_ON_CLOSE);
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
    FileChannel file = overflow;
    overflow = null;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // What it held has been sent, or is not wanted any more.
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

  /** Writes all remaining bytes at the end, and returns how many they were. */
  private static int append(FileChannel file, ByteBuffer bytes) throws IOException {
    int before = bytes.remaining();
    long end = file.size();
    while (bytes.hasRemaining()) {
      end += file.write(bytes, end);
    }
    return before;
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
      streams.add(new Overflow(overflow));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** The file from its first byte to its last, however many read it. */
  private static final class Overflow extends InputStream {
    private final FileChannel file;
    private long at;

    Overflow(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, offset, length), at);
      at += Math.max(read, 0);
      return read;
    }
  }
}
