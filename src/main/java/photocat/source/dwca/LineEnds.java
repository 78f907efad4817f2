package photocat.source.dwca;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Lines that end with a carriage return alone, as on a Mac before 2001, made into others. */
final class LineEnds extends FilterInputStream {
  private static final int LOOKED_AT_BYTES = 1 << 16;

  private LineEnds(InputStream in) {
    super(in);
  }

  /**
   * Returns {@code in} so that its lines end with a line feed, with a carriage return or without.
   */
  static InputStream readable(InputStream in) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, LOOKED_AT_BYTES);
    byte[] head = whole.readNBytes(LOOKED_AT_BYTES);
    whole.unread(head);
    int returns = 0;
    for (byte character : head) {
      if (character == '\n') {
        return whole;
      }
      returns += character == '\r' ? 1 : 0;
    }
    return returns > 0 ? new LineEnds(whole) : whole;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int at = offset; at < offset + count; at++) {
      target[at] = target[at] == '\r' ? (byte) '\n' : target[at];
    }
    return count;
  }
}
