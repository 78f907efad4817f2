package photocat.source.dwca;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photocat.file.OwnFiles;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.PieceHandover;

/** Cuts the files of one table into pieces of whole rows. Used by the reading thread alone. */
final class RecordCutter {
  private static final int BUFFER_BYTES = 1 << 18;

  /** What a piece may keep in memory of rows that are none. */
  private static final long MOST_ODD_BYTES = 8L << 20;

  private final PieceHandover<RowPiece> handover;
  private final ArchiveTable table;
  private final long pieceBytes;
  private final boolean isNumbered;
  private final ByteCount progress;
  private long readBytes;

  RecordCutter(
      PieceHandover<RowPiece> handover,
      ArchiveTable table,
      PieceRequest request,
      ByteCount progress) {
    this.handover = handover;
    this.table = table;
    this.pieceBytes = request.pieceBytes();
    this.isNumbered = request.isNumbered();
    this.progress = progress;
  }

  /** Hears how many bytes of the table have been read. */
  @FunctionalInterface
  interface ByteCount {
    void read(long bytes);
  }

  /** Reads {@code file} to its end; does not close it. */
  void file(String path, InputStream file, boolean last) throws IOException, InterruptedException {
    TableText text = TableText.open(counted(file), table);
    List<String> cells = text.cellNames(table);
    boolean more = true;
    while (more) {
      Path target = handover.newFile();
      Piece piece = new Piece(target);
      try (piece) {
        while (piece.isRoomy(pieceBytes) && (more = text.next())) {
          piece.add(text.record(), text.cells());
        }
      }
      handover.ready(
          new RowPiece(
              table, cells, path, target, piece.rows, piece.bytes, piece.odd, last && !more));
    }
  }

  private InputStream counted(InputStream file) {
    return new FilterInputStream(file) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
          readBytes += count;
          progress.read(readBytes);
        }
        return count;
      }
    };
  }

  private static IOException notWritten(Path target, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return cause;
    }
    throw PhotocatException.of(
            ExitStatus.FAILED, "a work file cannot be written: " + FailureReason.of(cause), cause)
        .withHint("make room on the disk of " + target.getParent());
  }

  /** The piece that is written. */
  private final class Piece implements Closeable {
    private final Path target;
    private final OutputStream out;
    private final List<OddRow> odd = new ArrayList<>();
    private long rows;
    private long bytes;
    private long oddBytes;

    Piece(Path target) throws IOException {
      this.target = target;
      try {
        out = new BufferedOutputStream(OwnFiles.make(target), BUFFER_BYTES);
      } catch (IOException e) {
        throw notWritten(target, e);
      }
    }

    boolean isRoomy(long most) {
      return bytes < most && oddBytes < MOST_ODD_BYTES;
    }

    void add(Records record, int cells) throws IOException {
      String flaw = record.flaw(cells);
      if (!flaw.isEmpty()) {
        odd.add(new OddRow(record.line(), record.text(), flaw));
        oddBytes += record.to() - record.from();
        return;
      }
      if (isNumbered) {
        number(record.line());
      }
      if (record.hasOddQuotes()) {
        byte[] plain =
            RecordCells.text(record.values(), table.dialect()).getBytes(StandardCharsets.UTF_8);
        write(plain, 0, plain.length, false);
      } else {
        write(record.buffer(), record.from(), record.to(), record.isBeforeLineFeed());
      }
      rows++;
    }

    private void number(long line) throws IOException {
      byte[] cell =
          (Long.toString(line) + table.dialect().delimiter()).getBytes(StandardCharsets.US_ASCII);
      try {
        out.write(cell);
      } catch (IOException e) {
        throw notWritten(target, e);
      }
      bytes += cell.length;
    }

    private void write(byte[] source, int from, int to, boolean withFeed) throws IOException {
      try {
        out.write(source, from, to - from + (withFeed ? 1 : 0));
        if (!withFeed) {
          out.write('\n');
        }
      } catch (IOException e) {
        throw notWritten(target, e);
      }
      bytes += to - from + 1;
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } catch (IOException e) {
        throw notWritten(target, e);
      }
    }
  }
}
