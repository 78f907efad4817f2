package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import photocat.source.Utf8Check;

/**
 * Goes from record to record of a table's text and judges each: how many cells it has, and whether
 * a strict reader takes its bytes as they are. Every byte of every table passes here on the thread
 * that inflates. A record is at most {@link #LONGEST_BYTES} long: where a quote is not closed, its
 * first line is given up and the next is a record again. Not thread-safe.
 */
final class Records {
  /** Half of what DuckDB takes by default; real ones are below 50 KB. */
  static final int LONGEST_BYTES = 1 << 20;

  /** DuckDB works on 2,048 rows at once: of longer ones few fit into its memory. */
  private static final int LONG_BYTES = 1 << 17;

  private static final long MOST_LONG_BYTES = 128L << 20;

  private static final int BUFFER_BYTES = 4 << 20;
  private static final int LONGEST_SAMPLE_BYTES = 40_000;

  private static final byte ORDINARY = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_FEED = 2;
  private static final byte RETURN = 3;
  private static final byte QUOTE = 4;
  private static final byte NUL = 5;
  private static final byte BEYOND_ASCII = 6;

  private static final int AT_CELL_START = 0;
  private static final int IN_CELL = 1;
  private static final int IN_QUOTES = 2;
  private static final int AFTER_QUOTE = 3;

  private final InputStream in;
  private final TableDialect dialect;
  private final byte[] kinds = new byte[256];
  private byte[] buffer;
  private int limit;
  private int position;
  private boolean atEnd;
  private long nextLine = 1;
  private long longBytes;

  private int from;
  private int to;
  private long line;
  private int cells;
  private boolean oddQuotes;
  private boolean hasReturn;
  private boolean hasNul;
  private boolean isBeyondAscii;
  private boolean isTooLong;
  private boolean isOpen;

  /** Reads {@code in}, which is in UTF-8 without a byte order mark; the caller closes it. */
  Records(InputStream in, TableDialect dialect) {
    this(in, dialect, BUFFER_BYTES);
  }

  /** The same of a text that is short: shorter than {@code bufferBytes}. */
  Records(InputStream in, TableDialect dialect, int bufferBytes) {
    this.in = in;
    this.dialect = dialect;
    this.buffer = new byte[bufferBytes];
    Arrays.fill(kinds, 128, 256, BEYOND_ASCII);
    kinds[0] = NUL;
    kinds['\r'] = RETURN;
    kinds['\n'] = LINE_FEED;
    kinds[dialect.delimiter()] = DELIMITER;
    dialect.quote().ifPresent(quote -> kinds[quote] = QUOTE);
  }

  /** Goes to the next record, past blank lines; false at the end. */
  boolean next() throws IOException {
    do {
      if (position == limit && !fill(position)) {
        return false;
      }
      scan();
    } while (to == from && !isTooLong && !isOpen);
    return true;
  }

  private void scan() throws IOException {
    from = position;
    line = nextLine;
    cells = 1;
    oddQuotes = false;
    hasReturn = false;
    hasNul = false;
    isBeyondAscii = false;
    isTooLong = false;
    isOpen = false;
    int state = AT_CELL_START;
    int at = from;
    while (true) {
      if (at == limit) {
        if (at - from > LONGEST_BYTES) {
          giveUp(state == IN_QUOTES);
          return;
        }
        int before = from;
        boolean more = fill(from);
        at -= before - from;
        if (!more) {
          end(at, at, state == IN_QUOTES);
          return;
        }
      }
      byte kind = kinds[buffer[at] & 0xff];
      if (kind == ORDINARY) {
        oddQuotes |= state == AFTER_QUOTE;
        state = state == IN_QUOTES ? state : IN_CELL;
        at = afterOrdinary(at);
        continue;
      }
      switch (kind) {
        case DELIMITER -> {
          if (state != IN_QUOTES) {
            cells++;
            state = AT_CELL_START;
          }
        }
        case LINE_FEED -> {
          if (state != IN_QUOTES) {
            end(at, at + 1, false);
            return;
          }
          nextLine++;
        }
        case RETURN -> {
          if (at + 1 == limit) {
            int before = from;
            fill(from);
            at -= before - from;
          }
          boolean endsLine = at + 1 < limit && buffer[at + 1] == '\n';
          if (state != IN_QUOTES && endsLine) {
            end(at, at + 2, false);
            return;
          }
          hasReturn |= state != IN_QUOTES;
          state = state == IN_QUOTES ? state : IN_CELL;
        }
        case QUOTE -> {
          if (state == IN_QUOTES) {
            state = AFTER_QUOTE;
          } else if (state == AT_CELL_START || state == AFTER_QUOTE) {
            state = IN_QUOTES;
          } else {
            oddQuotes = true;
          }
        }
        default -> {
          hasNul |= kind == NUL;
          isBeyondAscii |= kind == BEYOND_ASCII;
          oddQuotes |= state == AFTER_QUOTE;
          state = state == IN_QUOTES ? state : IN_CELL;
        }
      }
      at++;
    }
  }

  private int afterOrdinary(int start) {
    // In variables of their own, which the compiler keeps in registers.
    byte[] bytes = buffer;
    byte[] kindOf = kinds;
    int end = limit;
    int at = start + 1;
    while (at < end && kindOf[bytes[at] & 0xff] == ORDINARY) {
      at++;
    }
    return at;
  }

  private void end(int recordEnd, int next, boolean open) throws IOException {
    boolean severalLines = nextLine > line;
    if (open || (recordEnd - from > LONGEST_BYTES && severalLines)) {
      giveUp(true);
      return;
    }
    to = recordEnd;
    position = next;
    nextLine++;
    if (to - from > LONGEST_BYTES) {
      isTooLong = true;
      to = from + LONGEST_SAMPLE_BYTES;
    }
    longBytes += to - from > LONG_BYTES ? to - from : 0;
  }

  /** Ends the record with its first line, however long that is. */
  private void giveUp(boolean open) throws IOException {
    int feed = lineFeed(from);
    isOpen = open && feed >= 0;
    isTooLong = !isOpen;
    nextLine = line + 1;
    if (feed >= 0) {
      to = feed;
      position = feed + 1;
      return;
    }
    isOpen = open && limit - from <= LONGEST_BYTES;
    isTooLong = !isOpen;
    to = from + Math.min(limit - from, isOpen ? LONGEST_BYTES : LONGEST_SAMPLE_BYTES);
    byte[] sample = Arrays.copyOfRange(buffer, from, to);
    position = limit;
    skipLine();
    keep(sample);
  }

  private void skipLine() throws IOException {
    while (position == limit && fill(position)) {
      int feed = lineFeed(position);
      position = feed < 0 ? limit : feed + 1;
    }
  }

  /** Puts the record into a place that the text after it does not have. */
  private void keep(byte[] sample) {
    byte[] roomier = new byte[Math.max(buffer.length, limit + sample.length)];
    System.arraycopy(buffer, position, roomier, 0, limit - position);
    limit -= position;
    position = 0;
    int place = roomier.length - sample.length;
    if (place < limit) {
      roomier = Arrays.copyOf(roomier, limit + sample.length);
      place = limit;
    }
    System.arraycopy(sample, 0, roomier, place, sample.length);
    buffer = roomier;
    from = place;
    to = place + sample.length;
  }

  private int lineFeed(int start) {
    for (int at = start; at < limit; at++) {
      if (buffer[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /**
   * Reads on, keeping what stands from {@code keep}, which moves to the front; false at the end.
   */
  private boolean fill(int keep) throws IOException {
    if (atEnd || (keep == 0 && limit == buffer.length)) {
      return false;
    }
    System.arraycopy(buffer, keep, buffer, 0, limit - keep);
    position -= keep;
    from -= keep;
    limit -= keep;
    int count = in.read(buffer, limit, buffer.length - limit);
    atEnd = count < 0;
    limit += Math.max(count, 0);
    return count > 0 || (!atEnd && fill(0));
  }

  /** Returns what the record is in: from {@link #from} up to {@link #to}, without its line end. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Returns the line of the file where the record begins, from 1. */
  long line() {
    return line;
  }

  int cells() {
    return cells;
  }

  /** Tells whether quotes stand where they should not: a strict reader would take offence. */
  boolean hasOddQuotes() {
    return oddQuotes;
  }

  /** Returns why the record is no row, empty if it is one. */
  String flaw(RowWidth width) {
    if (isOpen) {
      return "a quoted cell has no closing quote";
    }
    if (isTooLong) {
      return "the row is longer than 1 MB";
    }
    if (to - from > LONG_BYTES && longBytes > MOST_LONG_BYTES) {
      return "the row is longer than 128 KB, and so are rows of 128 MB before it";
    }
    if (hasNul) {
      return "a NUL is in the row";
    }
    if (isBeyondAscii && !isText()) {
      return "the row is not in " + dialect.encoding().name();
    }
    if (!width.allows(cells) || (cells > width.cells() && !isEmptyFrom(width.cells()))) {
      return "%d columns found, %d expected".formatted(cells, width.cells());
    }
    return hasReturn ? "a carriage return is in the row" : "";
  }

  private boolean isEmptyFrom(int cell) {
    return endsWithDelimiters(cells - cell)
        || values().stream().skip(cell).allMatch(String::isEmpty);
  }

  /** Tells whether the last {@code count} cells are empty, and without quotes. */
  boolean endsWithDelimiters(int count) {
    for (int at = Math.max(from, to - count); at < to; at++) {
      if (kinds[buffer[at] & 0xff] != DELIMITER) {
        return false;
      }
    }
    return true;
  }

  private boolean isText() {
    Utf8Check check = new Utf8Check();
    check.add(buffer, from, to);
    return check.isValid();
  }

  /** Returns the record as text, for messages and rejects. */
  String text() {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /** Returns the cells as they stand, quotes taken off. */
  List<String> values() {
    return RecordCells.of(text(), dialect);
  }
}
