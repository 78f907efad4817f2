package photocat.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have been read of it so far. Used by one thread. */
public final class CountedInput extends FilterInputStream {
  private final LongConsumer listener;
  private long readBytes;

  /** Counts the bytes of {@code in}, which it closes, and tells {@code listener} of each change. */
  public CountedInput(InputStream in, LongConsumer listener) {
    super(in);
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      readBytes += count;
      listener.accept(readBytes);
    }
    return count;
  }
}
