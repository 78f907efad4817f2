package photocat.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Learns a photo's facts while its bytes pass by. One digest a photo; not thread-safe. */
public final class PhotoDigest {
  /** Small enough to stay in the processor's cache between hash and walk. */
  private static final int PIECE_BYTES = 16 * 1024;

  private final MessageDigest sha256 = sha256();
  private final ImageInspector inspector = new ImageInspector();
  private final byte[] piece = new byte[PIECE_BYTES];
  private long sizeBytes;

  /** Takes all remaining bytes of {@code bytes} and leaves its position where it was. */
  public void update(ByteBuffer bytes) {
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      int length = Math.min(piece.length, rest.remaining());
      rest.get(piece, 0, length);
      sha256.update(piece, 0, length);
      inspector.update(piece, 0, length);
      sizeBytes += length;
    }
  }

  /** Returns how many bytes have been seen. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** Returns the facts of the bytes seen; call it once. */
  public PhotoFacts finish() {
    return new PhotoFacts(sizeBytes, HexFormat.of().formatHex(sha256.digest()), inspector.finish());
  }

  /** Reads {@code photo} to its end and returns its facts; the caller closes it. */
  public static PhotoFacts read(ReadableByteChannel photo) throws IOException {
    PhotoDigest digest = new PhotoDigest();
    ByteBuffer buffer = ByteBuffer.allocateDirect(8 * PIECE_BYTES);
    while (photo.read(buffer.clear()) >= 0) {
      digest.update(buffer.flip());
    }
    return digest.finish();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
