package photocat.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts what gives rows their shape, eight bytes at a time: every byte of every table passes here
 * on the thread that inflates, the slowest of an ingest.
 */
final class RowBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long HIGH_BITS = ~LOW_BITS;
  private static final long NIBBLES = 0x0f0f0f0f0f0f0f0fL;

  private long lineFeeds;
  private long controls;

  /** Counts the bytes from {@code from} up to {@code to}. */
  void add(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long zeroWhereLineFeed = eight ^ LINE_FEEDS;
      // Both sums are exact, without carries between bytes: a high bit stays clear in zeros only.
      long notLineFeed = ((zeroWhereLineFeed & LOW_BITS) + LOW_BITS) | zeroWhereLineFeed;
      long notControl = ((eight >>> 4) & NIBBLES) + LOW_BITS;
      lineFeeds += Long.bitCount(~notLineFeed & HIGH_BITS);
      controls += Long.bitCount(~notControl & HIGH_BITS);
    }
    for (; at < to; at++) {
      lineFeeds += bytes[at] == '\n' ? 1 : 0;
      controls += (bytes[at] & 0xf0) == 0 ? 1 : 0;
    }
  }

  long lineFeeds() {
    return lineFeeds;
  }

  /** Returns the number of bytes below 0x10: TAB, LF, CR, NUL and more of that kind. */
  long controls() {
    return controls;
  }

  /** Returns the index of the first line feed, or -1. */
  static int firstLineFeed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Returns the index of the last line feed, or -1. */
  static int lastLineFeed(byte[] bytes, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
