package photocat.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails, with words for the user, where it is longer than it may be. */
public final class BoundedInput extends FilterInputStream {
  private final long mostBytes;
  private final String what;
  private long leftBytes;

  /**
   * Lets {@code mostBytes} of {@code in} through, which is closed with this.
   *
   * @param what begins the words
   */
  public BoundedInput(InputStream in, long mostBytes, String what) {
    super(in);
    this.mostBytes = mostBytes;
    this.what = what;
    this.leftBytes = mostBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    leftBytes -= Math.max(count, 0);
    if (leftBytes < 0) {
      throw new IOException("%s is longer than %d MB".formatted(what, mostBytes >> 20));
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
