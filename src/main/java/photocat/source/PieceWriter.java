package photocat.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import photocat.file.OwnFiles;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Writes one piece, in blocks no longer than the longest regular row. */
final class PieceWriter implements Closeable {
  /** Half of what DuckDB takes by default; real rows are below 1 KB. */
  static final int LONGEST_REGULAR_ROW_BYTES = 1 << 20;

  /** Longer ones are no rows: the file is not a table. */
  private static final long LONGEST_ROW_BYTES = 64L << 20;

  private final Path file;
  private final BundleTable table;
  private final List<String> columns;
  private final long firstLine;
  private final OutputStream out;
  private final RowBytes counts;
  private long bytes;
  private long openRowBytes;
  private boolean longRow;

  PieceWriter(Path file, BundleTable table, List<String> columns, long firstLine)
      throws IOException {
    this.file = file;
    this.table = table;
    this.columns = columns;
    this.firstLine = firstLine;
    this.counts = new RowBytes(columns.size());
    byte[] header = (String.join("\t", columns) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out = OwnFiles.make(file);
      out.write(header);
    } catch (IOException e) {
      throw WorkFile.notWritten(file, e);
    }
  }

  void write(byte[] block, int from, int to) throws IOException {
    try {
      out.write(block, from, to - from);
    } catch (IOException e) {
      throw WorkFile.notWritten(file, e);
    }
    bytes += to - from;
    counts.add(block, from, to);
    int firstEnd = RowBytes.firstLineFeed(block, from, to);
    measureRow(openRowBytes + (firstEnd < 0 ? to : firstEnd) - from);
    openRowBytes =
        firstEnd < 0
            ? openRowBytes + to - from
            : to - 1 - RowBytes.lastLineFeed(block, firstEnd, to);
  }

  /** A row inside a block is short enough; only one that goes on from block to block may not be. */
  private void measureRow(long rowBytes) {
    longRow |= rowBytes > LONGEST_REGULAR_ROW_BYTES;
    if (rowBytes > LONGEST_ROW_BYTES) {
      throw PhotocatException.of(ExitStatus.FAILED, "it has a row of more than 64 MB");
    }
  }

  long bytes() {
    return bytes;
  }

  /** Returns the line of the table's file after the last one written. */
  long nextLine() {
    return firstLine + counts.lineFeeds();
  }

  /** Ends the piece; a last row without a line feed is a row too. */
  TablePiece finish(boolean last) throws IOException {
    close();
    boolean open = openRowBytes > 0;
    long rows = counts.lineFeeds() + (open ? 1 : 0);
    boolean regular = !longRow && counts.regular(open);
    return new TablePiece(table, columns, file, firstLine, rows, bytes, regular, last);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw WorkFile.notWritten(file, e);
    }
  }
}
