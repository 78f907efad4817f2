package photocat.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180) or TSV record by record: quoted cells may hold the delimiter, quotes written
 * twice and line breaks; a quote inside an unquoted cell is a character like any other. Nothing is
 * guessed, so that every name arrives as it stands. The caller closes the reader.
 */
final class DelimitedText {
  private static final int END = -1;

  private final Reader reader;
  private final char delimiter;
  private final boolean quoted;
  private int next;

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
    cells.add(cell());
    while (next == delimiter) {
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
      text.append((char) next);
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
      text.append((char) character);
    }
    throw new UnclosedQuoteException();
  }

  private void endOfLine() throws IOException {
    if (next == '\r') {
      next = reader.read();
    }
    if (next == '\n') {
      next = reader.read();
    }
  }

  /** A quote was opened and the file ended. */
  static final class UnclosedQuoteException extends IOException {
    private static final long serialVersionUID = 1L;

    UnclosedQuoteException() {
      super("a quoted cell has no closing quote");
    }
  }
}
