package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Cuts tables into pieces of whole rows. Used by the reading thread alone. */
final class PieceCutter implements TableSink {
  private static final int LONGEST_HEADER_BYTES = 1 << 16;
  private static final int MOST_NAMED = 5;

  private final PieceHandover<TablePiece> handover;
  private final long pieceBytes;
  private final BundleMeter meter;
  private final byte[] block = new byte[PieceWriter.LONGEST_REGULAR_ROW_BYTES];

  PieceCutter(PieceHandover<TablePiece> handover, long pieceBytes, BundleMeter meter) {
    this.handover = handover;
    this.pieceBytes = pieceBytes;
    this.meter = meter;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A full piece ends at the first line end of the block that follows: no byte is looked at
   * twice, and a piece that is handed over early is never the table's last.
   */
  @Override
  public void table(BundleTable table, InputStream text) throws IOException, InterruptedException {
    int filled = readHeader(text);
    int headerEnd = RowBytes.firstLineFeed(block, 0, filled);
    int from = headerEnd < 0 ? filled : headerEnd + 1;
    String header =
        new String(block, 0, headerEnd < 0 ? filled : headerEnd, StandardCharsets.UTF_8);
    List<String> columns = table.columnsOf(header);
    noteUnknown(table, table.unknownIn(header));
    PieceWriter piece = new PieceWriter(handover.newFile(), table, columns, 2);
    try {
      while (filled >= 0) {
        int end = piece.bytes() < pieceBytes ? -1 : RowBytes.firstLineFeed(block, from, filled);
        if (end >= 0 && end + 1 < filled) {
          piece.write(block, from, end + 1);
          from = end + 1;
          handover.ready(piece.finish(false));
          piece = new PieceWriter(handover.newFile(), table, columns, piece.nextLine());
        }
        piece.write(block, from, filled);
        from = 0;
        filled = text.read(block, 0, block.length);
      }
      handover.ready(piece.finish(true));
    } finally {
      piece.close();
    }
  }

  private void noteUnknown(BundleTable table, List<String> unknown) {
    if (!unknown.isEmpty()) {
      meter.note(
          "left out of %s what photocat does not know: %s %s%s"
              .formatted(
                  table.fileName(),
                  unknown.size() == 1 ? "the column" : "the columns",
                  String.join(", ", unknown.subList(0, Math.min(unknown.size(), MOST_NAMED))),
                  unknown.size() > MOST_NAMED ? ", …" : ""));
    }
  }

  private int readHeader(InputStream text) throws IOException {
    int filled = 0;
    int count = 0;
    while (count >= 0 && RowBytes.firstLineFeed(block, 0, filled) < 0) {
      if (filled >= LONGEST_HEADER_BYTES) {
        throw PhotocatException.of(ExitStatus.FAILED, "its first line is too long for a header");
      }
      count = text.read(block, filled, LONGEST_HEADER_BYTES - filled);
      filled += Math.max(count, 0);
    }
    if (filled == 0) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is empty, without even a header line");
    }
    return filled;
  }
}
