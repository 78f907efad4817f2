package photocat.source.urls;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that is made chunk by chunk. Not thread-safe. */
abstract class ChunkInput extends InputStream {
  private byte[] chunk = {};
  private int at;
  private boolean ended;

  /** Returns what comes next, perhaps nothing yet; null at the end. */
  abstract byte @Nullable [] next() throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    while (at == chunk.length && !ended && length > 0) {
      byte[] made = next();
      ended = made == null;
      chunk = made == null ? chunk : made;
      at = made == null ? chunk.length : 0;
    }
    if (at == chunk.length && length > 0) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }
}
