package photocat.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Takes the rows out of a piece that DuckDB's reader would not reject one by one: at a carriage
 * return it gives up the whole file, blank lines and rows of 40 MB it drops without a word, and a
 * row with an empty column too many it takes (duckdb 2.0.0).
 */
public final class RowSieve {
  private static final int LONGEST_TEXT = 10_000;

  private final TablePiece piece;
  private final OddRows oddRows;
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private long rowBytes;
  private int tabs;
  private boolean carriageReturn;
  private long line;
  private long taken;

  private RowSieve(TablePiece piece, OddRows oddRows) {
    this.piece = piece;
    this.oddRows = oddRows;
    this.line = piece.firstLine();
  }

  /** Takes the rows that cannot be loaded. */
  @FunctionalInterface
  public interface OddRows {
    /**
     * Takes one row.
     *
     * @param line where it stands in the table's own file
     * @param text the row, its first 10,000 characters if it is longer
     * @param reason what is wrong with it
     */
    void row(long line, String text, String reason);
  }

  /**
   * Puts a row that DuckDB rejects in the place of every odd row of {@code piece}. An empty line,
   * which it skips, would shift the lines that it tells of bad UUIDs before it (duckdb 2.0.0).
   *
   * @return the number of rows taken out
   */
  public static long sieve(TablePiece piece, OddRows oddRows) {
    Path file = piece.file();
    Path clean = file.resolveSibling(file.getFileName().toString().replace(".tsv", "-clean.tsv"));
    RowSieve sieve = new RowSieve(piece, oddRows);
    try {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(clean), 1 << 16)) {
        sieve.copyHeader(in, out);
        sieve.copyRows(in, out);
      }
      Files.move(clean, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot sort the rows of " + file + ": " + FailureReason.of(e), e);
    }
    return sieve.taken;
  }

  private void copyHeader(InputStream in, OutputStream out) throws IOException {
    int next = 0;
    while (next != '\n') {
      next = in.read();
      out.write(next);
    }
  }

  private void copyRows(InputStream in, OutputStream out) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        endRow(out);
      } else {
        add((byte) next);
      }
    }
    if (rowBytes > 0) {
      endRow(out);
    }
  }

  private void add(byte value) {
    rowBytes++;
    if (rowBytes <= PieceWriter.LONGEST_REGULAR_ROW_BYTES) {
      row.write(value);
    }
    if (value == '\t') {
      tabs++;
    }
    carriageReturn |= value == '\r';
  }

  private void endRow(OutputStream out) throws IOException {
    Optional<String> reason = oddness();
    if (reason.isEmpty()) {
      row.writeTo(out);
    } else {
      out.write('-');
      taken++;
      String text = row.toString(StandardCharsets.UTF_8);
      oddRows.row(line, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), reason.get());
    }
    out.write('\n');
    line++;
    row.reset();
    rowBytes = 0;
    tabs = 0;
    carriageReturn = false;
  }

  private Optional<String> oddness() {
    if (rowBytes == 0) {
      return Optional.of("the line is blank");
    }
    if (rowBytes > PieceWriter.LONGEST_REGULAR_ROW_BYTES) {
      return Optional.of("the row is longer than 1 MB");
    }
    if (tabs != piece.columns().size() - 1) {
      return Optional.of(
          "%d columns found, %d expected".formatted(tabs + 1, piece.columns().size()));
    }
    if (carriageReturn) {
      return Optional.of("a carriage return is in the row");
    }
    return Optional.empty();
  }
}
