package photocat.image;

/**
 * Follows one format's structure through bytes that come in pieces of any size. A format collects a
 * short header ({@link #want}), reads it ({@link #header}), skips what it does not need ({@link
 * #skip}), and so on until the end mark ({@link #end}).
 */
abstract class StructureWalk {
  private static final int LONGEST_HEADER = 32;

  private final byte[] header = new byte[LONGEST_HEADER];
  private int have;
  private int wanted;
  private long skipped;
  private boolean ended;
  private boolean whole;
  private int widthPx;
  private int heightPx;

  final void update(byte[] bytes, int offset, int length) {
    int at = offset;
    int to = offset + length;
    while (at < to && !ended) {
      if (skipped > 0) {
        int step = (int) Math.min(skipped, to - at);
        skipped -= step;
        at += step;
      } else if (wanted == 0) {
        at = scan(bytes, at, to);
      } else {
        header[have++] = bytes[at++];
        if (have == wanted) {
          have = 0;
          wanted = 0;
          header(header);
        }
      }
    }
  }

  /** Reads the bytes wanted, from index 0, and says what comes next. */
  abstract void header(byte[] bytes);

  /**
   * Looks through bytes of unknown length when no header is wanted.
   *
   * @return the index of the first byte not looked at
   */
  int scan(byte[] bytes, int from, int to) {
    return to;
  }

  final void want(int bytes) {
    wanted = bytes;
  }

  /** Passes over bytes before the next header or scan; a negative count means broken structure. */
  final void skip(long bytes) {
    if (bytes < 0) {
      end(false);
    }
    skipped = bytes;
  }

  /** Keeps the size in pixels; what does not fit an int is nonsense and becomes 0. */
  final void size(long widthPx, long heightPx) {
    this.widthPx = widthPx > Integer.MAX_VALUE ? 0 : (int) widthPx;
    this.heightPx = heightPx > Integer.MAX_VALUE ? 0 : (int) heightPx;
  }

  /** Stops the walk; what follows the end mark is legal and of no interest. */
  final void end(boolean whole) {
    this.ended = true;
    this.whole = whole;
  }

  final boolean isWhole() {
    return whole;
  }

  final int widthPx() {
    return widthPx;
  }

  final int heightPx() {
    return heightPx;
  }

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  /** Two bytes, the high one first. */
  static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  /** Two bytes, the low one first. */
  static int u16Low(byte[] bytes, int at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
  }

  /** Four bytes, the high one first. */
  static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  /** Four bytes, the low one first. */
  static long u32Low(byte[] bytes, int at) {
    return u16Low(bytes, at) | (long) u16Low(bytes, at + 2) << 16;
  }
}
