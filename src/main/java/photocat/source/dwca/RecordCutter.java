package photocat.source.dwca;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import photocat.file.OwnFiles;
import photocat.source.PieceHandover;
import photocat.source.WorkFile;

/** Cuts a file of a table into pieces of whole rows. Used by the reading thread alone. */
final class RecordCutter {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final byte[] NO_NUMBER = {};

  private final PieceHandover<RowPiece> handover;
  private final ArchiveTable table;
  private final long pieceBytes;
  private final boolean isNumbered;

  RecordCutter(PieceHandover<RowPiece> handover, ArchiveTable table, PieceRequest request) {
    this.handover = handover;
    this.table = table;
    this.pieceBytes = request.pieceBytes();
    this.isNumbered = request.isNumbered();
  }

  /** Reads {@code file} to its end; does not close it. */
  void file(String path, InputStream file) throws IOException, InterruptedException {
    TableText text = TableText.open(file, table);
    List<String> cells = text.cellNames(table);
    boolean more = true;
    while (more) {
      Path target = handover.newFile();
      Piece piece = new Piece(target, text.width());
      try (piece) {
        while (piece.isRoomy() && (more = text.next())) {
          piece.add(text.record());
        }
      }
      handover.ready(
          new RowPiece(
              table,
              cells,
              path,
              target,
              piece.rows,
              piece.bytes,
              piece.sorter.odd(),
              piece.sorter.told()));
    }
  }

  /** The piece that is written. */
  private final class Piece implements Closeable {
    private final Path target;
    private final OutputStream out;
    private final RowSorter sorter;
    private long rows;
    private long bytes;

    Piece(Path target, RowWidth width) throws IOException {
      this.target = target;
      this.sorter = new RowSorter(table.dialect(), width);
      try {
        out = new BufferedOutputStream(OwnFiles.make(target), BUFFER_BYTES);
      } catch (IOException e) {
        throw WorkFile.notWritten(target, e);
      }
    }

    boolean isRoomy() {
      return bytes < pieceBytes && sorter.isRoomy();
    }

    void add(Records record) throws IOException, InterruptedException {
      sorter.add(record, (source, from, to) -> write(record.line(), source, from, to));
    }

    private void write(long line, byte[] source, int from, int to) throws IOException {
      byte[] number = isNumbered ? number(line) : NO_NUMBER;
      try {
        out.write(number);
        out.write(source, from, to - from);
        out.write('\n');
      } catch (IOException e) {
        throw WorkFile.notWritten(target, e);
      }
      rows++;
      bytes += number.length + to - from + 1;
    }

    private byte[] number(long line) {
      return (Long.toString(line) + table.dialect().delimiter())
          .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } catch (IOException e) {
        throw WorkFile.notWritten(target, e);
      }
    }
  }
}
