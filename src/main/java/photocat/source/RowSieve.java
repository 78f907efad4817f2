package photocat.source;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import photocat.file.OwnFiles;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Takes the rows out of a piece that DuckDB's reader would not pass over one by one: at a carriage
 * return, and at broken text in a UUID, it gives up the whole file, a row with an empty column too
 * many it takes, and blank lines have no place in what it counts (duckdb 2.0.0).
 */
public final class RowSieve {
  private static final int LONGEST_TEXT = 10_000;

  private final TablePiece piece;
  private final OddRows oddRows;
  private final byte[] block = new byte[1 << 16];
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final byte[] emptyRow;
  private RowBytes counts;
  private long rowBytes;
  private long line;
  private long taken;

  private RowSieve(TablePiece piece, OddRows oddRows) {
    this.piece = piece;
    this.oddRows = oddRows;
    this.emptyRow = "\t".repeat(piece.columns().size() - 1).getBytes(StandardCharsets.US_ASCII);
    this.counts = new RowBytes(piece.columns().size());
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
   * Puts a row of empty cells in the place of every odd row of {@code piece}, so that the rows
   * after it keep their lines; having no identifier, it is not loaded.
   *
   * @return the number of rows taken out
   */
  public static long sieve(TablePiece piece, OddRows oddRows) {
    Path file = piece.file();
    Path clean = file.resolveSibling(file.getFileName().toString().replace(".tsv", "-clean.tsv"));
    RowSieve sieve = new RowSieve(piece, oddRows);
    try {
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = new BufferedOutputStream(OwnFiles.make(clean), 1 << 16)) {
        sieve.copyHeader(in, out);
        sieve.copyRows(in, out);
      }
      OwnFiles.replace(file, clean);
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "cannot sort the rows of " + file + ": " + FailureReason.of(e), e)
          .withHint("make room on the disk of " + file.getParent());
    }
    return sieve.taken;
  }

  private void copyHeader(InputStream in, OutputStream out) throws IOException {
    out.write(in.readNBytes(String.join("\t", piece.columns()).length() + 1));
  }

  private void copyRows(InputStream in, OutputStream out) throws IOException {
    for (int filled = in.read(block); filled >= 0; filled = in.read(block)) {
      int from = 0;
      int end = RowBytes.firstLineFeed(block, from, filled);
      while (end >= 0) {
        add(from, end);
        endRow(out);
        from = end + 1;
        end = RowBytes.firstLineFeed(block, from, filled);
      }
      add(from, filled);
    }
    if (rowBytes > 0) {
      endRow(out);
    }
  }

  private void add(int from, int to) {
    rowBytes += to - from;
    if (rowBytes <= PieceWriter.LONGEST_REGULAR_ROW_BYTES) {
      row.write(block, from, to - from);
    }
    counts.add(block, from, to);
  }

  private void endRow(OutputStream out) throws IOException {
    if (rowBytes <= PieceWriter.LONGEST_REGULAR_ROW_BYTES && counts.regular(true)) {
      row.writeTo(out);
    } else {
      out.write(emptyRow);
      taken++;
      String text = row.toString(StandardCharsets.UTF_8);
      oddRows.row(line, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), oddness(text));
    }
    out.write('\n');
    line++;
    row.reset();
    rowBytes = 0;
    counts = new RowBytes(piece.columns().size());
  }

  private String oddness(String text) {
    if (rowBytes == 0) {
      return "the line is blank";
    }
    if (rowBytes > PieceWriter.LONGEST_REGULAR_ROW_BYTES) {
      return "the row is longer than 1 MB";
    }
    int found = text.split("\t", -1).length;
    if (found != piece.columns().size()) {
      return "%d columns found, %d expected".formatted(found, piece.columns().size());
    }
    return text.indexOf('\r') >= 0
        ? "a carriage return is in the row"
        : "Invalid unicode: the row is not in UTF-8";
  }
}
