package photocat.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Judges each row by its TABs and its characters, eight bytes at a time: every byte of every table
 * passes here on the thread that inflates, the slowest of an ingest. A sum over many rows would not
 * do: a row with one TAB too many makes up for one with too few.
 */
final class RowBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long CARRIAGE_RETURNS = 0x0d0d0d0d0d0d0d0dL;

  /** The one bit in which a carriage return differs from a TAB, in every byte. */
  private static final long TAB_TO_RETURN = 0x0404040404040404L;

  private static final int TAB_TO_RETURN_TO_HIGH_BIT = 5;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long HIGH_BITS = ~LOW_BITS;

  private final int tabsOfRow;
  private final Utf8Check text = new Utf8Check();
  private long lineFeeds;
  private long returns;
  private int tabs;
  private int differences;

  /** Expects rows of {@code columns} columns. */
  RowBytes(int columns) {
    tabsOfRow = columns - 1;
  }

  /** Takes the bytes from {@code from} up to {@code to}; a row may go on in the next call. */
  void add(byte[] bytes, int from, int to) {
    int at = from;
    // In variables of their own, which the compiler keeps in registers.
    int rowTabs = tabs;
    long found = 0;
    boolean insideCharacter = text.isOpen();
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long tabsAndReturns = where(eight | TAB_TO_RETURN, CARRIAGE_RETURNS);
      found |= tabsAndReturns & (eight << TAB_TO_RETURN_TO_HIGH_BIT);
      for (long feeds = where(eight, LINE_FEEDS); feeds != 0; feeds &= feeds - 1) {
        long before = Long.lowestOneBit(feeds) - 1;
        endRow(rowTabs + Long.bitCount(tabsAndReturns & before));
        tabsAndReturns &= ~before;
        rowTabs = 0;
      }
      rowTabs += Long.bitCount(tabsAndReturns);
      if ((eight & HIGH_BITS) != 0 || insideCharacter) {
        text.add(bytes, at, at + Long.BYTES);
        insideCharacter = text.isOpen();
      }
    }
    tabs = rowTabs;
    returns |= found;
    addOneByOne(bytes, at, to);
  }

  private void addOneByOne(byte[] bytes, int from, int to) {
    text.add(bytes, from, to);
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        endRow(tabs);
        tabs = 0;
      }
      tabs += bytes[at] == '\t' ? 1 : 0;
      returns |= bytes[at] == '\r' ? 1 : 0;
    }
  }

  private void endRow(int rowTabs) {
    lineFeeds++;
    differences |= rowTabs ^ tabsOfRow;
  }

  /** Returns a high bit in every byte of {@code eight} that equals that of {@code sought}. */
  private static long where(long eight, long sought) {
    long zeroWhereEqual = eight ^ sought;
    // The sum is exact, without carries between bytes: a high bit stays clear in zeros only.
    return ~(((zeroWhereEqual & LOW_BITS) + LOW_BITS) | zeroWhereEqual) & HIGH_BITS;
  }

  long lineFeeds() {
    return lineFeeds;
  }

  /**
   * Tells whether every row so far, the one without a line feed too if {@code open}, has all its
   * columns, no carriage return, and nothing that is not UTF-8.
   */
  boolean regular(boolean open) {
    return differences == 0 && returns == 0 && text.isValid() && (!open || tabs == tabsOfRow);
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
