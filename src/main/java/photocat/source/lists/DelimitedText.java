package photocat.source.lists;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180) or TSV record by record: quoted cells may hold the delimiter, quotes written
 * twice and line breaks; a quote inside an unquoted cell is a character like any other. Nothing is
 * guessed, so that every name arrives as it stands. No cell and no record fills the memory,
 * whatever the file is. The caller closes the reader.
 */
final class DelimitedText {
  private static final int END = -1;
  private static final int BUFFER_CHARS = 1 << 13;
  private static final int LONGEST_CELL = 1 << 16;
  private static final int LONGEST_RECORD = 1 << 20;

  /** As many as a sheet of Excel has. */
  private static final int MOST_CELLS = 16_384;

  private static final int OF_TAKEN_APART = 2;

  private final Reader reader;
  private final char delimiter;
  private final boolean quoted;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int position;
  private int filled;
  private int next;
  private long line;
  private long recordLine;
  private int recordChars;

  /**
   * Reads from {@code reader}, also ahead of what is asked for.
   *
   * @param quoted false to take quotes for characters of the names
   * @param firstLine number of the line that it begins with
   */
  DelimitedText(Reader reader, char delimiter, boolean quoted, long firstLine) throws IOException {
    this.reader = reader;
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.line = firstLine;
    this.next = read();
  }

  /** Returns the cells of the next record, at least one; empty at the end of the file. */
  Optional<List<String>> record() throws IOException {
    if (next == END) {
      return Optional.empty();
    }
    List<String> cells = new ArrayList<>();
    recordLine = line;
    recordChars = 0;
    cells.add(cell());
    while (next == delimiter) {
      // An empty cell takes memory too.
      count();
      next = read();
      if (cells.size() == MOST_CELLS) {
        throw new UnreadRecordException(
            "line %d has more than 16,384 cells".formatted(recordLine), OF_TAKEN_APART);
      }
      cells.add(cell());
    }
    endOfLine();
    return Optional.of(cells);
  }

  private String cell() throws IOException {
    StringBuilder text = new StringBuilder();
    if (quoted && next == '"') {
      next = read();
      quotedPart(text);
    }
    while (next != END && next != delimiter && next != '\n' && next != '\r') {
      append(text, next);
      next = read();
    }
    return text.toString();
  }

  private void quotedPart(StringBuilder text) throws IOException {
    long opened = line;
    while (next != END) {
      int character = next;
      next = read();
      if (character == '"' && next != '"') {
        return;
      }
      if (character == '"') {
        next = read();
      }
      if (text.length() >= LONGEST_CELL) {
        throw new UnclosedQuoteException("within 64 KB", opened);
      }
      line += character == '\n' ? 1 : 0;
      append(text, character);
    }
    throw new UnclosedQuoteException("before the file ends", opened);
  }

  private int read() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, reader.read(buffer));
    }
    int character = filled == 0 ? END : buffer[position++];
    if (character == 0) {
      throw new IOException(
          "line %d holds U+0000, so it is no text, or UTF-16 without a byte order mark"
              .formatted(line));
    }
    return character;
  }

  private void append(StringBuilder text, int character) throws IOException {
    if (text.length() >= LONGEST_CELL) {
      throw new UnreadRecordException(
          "a cell of line %d is longer than 64 KB".formatted(recordLine), 0);
    }
    count();
    text.append((char) character);
  }

  private void count() throws IOException {
    if (++recordChars > LONGEST_RECORD) {
      throw new UnreadRecordException(
          "line %d is longer than 1 MB".formatted(recordLine), OF_TAKEN_APART);
    }
  }

  private void endOfLine() throws IOException {
    line++;
    if (next == '\r') {
      next = read();
    }
    if (next == '\n') {
      next = read();
    }
  }

  /** A record cannot be read, as it is taken apart. */
  static class UnreadRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int weight;

    UnreadRecordException(String message, int weight) {
      super(message);
      this.weight = weight;
    }

    /**
     * Returns how much it says of a file that can be taken apart at several delimiters: at the
     * wrong one a line is one long cell.
     */
    int weight() {
      return weight;
    }
  }

  /** A quote was opened and not closed before the file ended, or for long. */
  private static final class UnclosedQuoteException extends UnreadRecordException {
    private static final long serialVersionUID = 1L;

    UnclosedQuoteException(String within, long line) {
      super("the quote that opens in line %d is not closed %s".formatted(line, within), 1);
    }
  }
}
