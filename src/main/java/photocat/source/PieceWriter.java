package photocat.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** Writes one piece. */
final class PieceWriter implements Closeable {
  private final Path file;
  private final BundleTable table;
  private final List<String> columns;
  private final long firstLine;
  private final OutputStream out;
  private long rows;
  private long bytes;
  private boolean rowOpen;

  PieceWriter(Path file, BundleTable table, List<String> columns, long firstLine)
      throws IOException {
    this.file = file;
    this.table = table;
    this.columns = columns;
    this.firstLine = firstLine;
    byte[] header = (String.join("\t", columns) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out = Files.newOutputStream(file);
      out.write(header);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  void write(byte[] block, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    try {
      out.write(block, from, to - from);
    } catch (IOException e) {
      throw notWritten(e);
    }
    bytes += to - from;
    rows += Newlines.count(block, from, to);
    rowOpen = block[to - 1] != '\n';
  }

  long bytes() {
    return bytes;
  }

  /** Returns the line of the table's file after the last one written. */
  long nextLine() {
    return firstLine + rows;
  }

  /** Ends the piece; a last row without a line feed is a row too. */
  TablePiece finish(boolean last) throws IOException {
    close();
    return new TablePiece(table, columns, file, firstLine, rowOpen ? rows + 1 : rows, bytes, last);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private PhotocatException notWritten(IOException cause) throws IOException {
    if (cause instanceof ClosedByInterruptException) {
      throw cause;
    }
    return PhotocatException.of(
            Kind.FAILED, "a work file cannot be written: " + FailureReason.of(cause), cause)
        .withHint("make room on the disk of " + file.getParent());
  }
}
