package photocat.source;

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
  private static final int LONGEST_CELL = 1 << 16;
  private static final int LONGEST_RECORD = 1 << 20;

  private final Reader reader;
  private final char delimiter;
  private final boolean quoted;
  private int next;
  private long line = 1;
  private long recordLine;
  private int recordChars;

  /**
   * Reads from {@code reader}, which should be buffered.
   *
   * @param quoted false to take quotes for characters of the names
   */
  DelimitedText(Reader reader, char delimiter, boolean quoted) throws IOException {
    this.reader = reader;
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.next = reader.read();
    if (next == '\uFEFF') {
      next = reader.read();
    }
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
      next = reader.read();
      cells.add(cell());
    }
    endOfLine();
    return Optional.of(cells);
  }

  private String cell() throws IOException {
    StringBuilder text = new StringBuilder();
    if (quoted && next == '"') {
      next = reader.read();
      quotedPart(text);
    }
    while (next != END && next != delimiter && next != '\n' && next != '\r') {
      append(text, next);
      next = reader.read();
    }
    return text.toString();
  }

  private void quotedPart(StringBuilder text) throws IOException {
    while (next != END) {
      int character = next;
      next = reader.read();
      if (character == '"' && next != '"') {
        return;
      }
      if (character == '"') {
        next = reader.read();
      }
      if (text.length() >= LONGEST_CELL) {
        throw new UnclosedQuoteException(" within 64 KB", recordLine);
      }
      line += character == '\n' ? 1 : 0;
      append(text, character);
    }
    throw new UnclosedQuoteException("", recordLine);
  }

  private void append(StringBuilder text, int character) throws IOException {
    if (text.length() >= LONGEST_CELL) {
      throw new IOException("a cell of line %d is longer than 64 KB".formatted(recordLine));
    }
    count();
    text.append((char) character);
  }

  private void count() throws IOException {
    if (++recordChars > LONGEST_RECORD) {
      throw new IOException("line %d is longer than 1 MB".formatted(recordLine));
    }
  }

  private void endOfLine() throws IOException {
    line++;
    if (next == '\r') {
      next = reader.read();
    }
    if (next == '\n') {
      next = reader.read();
    }
  }

  /** A quote was opened and not closed before the file ended, or for long. */
  static final class UnclosedQuoteException extends IOException {
    private static final long serialVersionUID = 1L;

    UnclosedQuoteException(String within, long line) {
      super("a quoted cell has no closing quote%s, in line %d".formatted(within, line));
    }
  }
}
