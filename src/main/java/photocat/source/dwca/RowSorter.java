package photocat.source.dwca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parts the rows of a table from what is none. Used by the reading thread alone. */
final class RowSorter {
  /** What is kept in memory of rows that are none. */
  private static final long MOST_ODD_BYTES = 8L << 20;

  private final TableDialect dialect;
  private final List<OddRow> odd = new ArrayList<>();
  private long oddBytes;

  RowSorter(TableDialect dialect) {
    this.dialect = dialect;
  }

  /** Takes rows as a strict reader takes them. */
  @FunctionalInterface
  interface Rows {
    /** Takes the bytes from {@code from} up to {@code to}, a row without its line end. */
    void row(byte[] source, int from, int to) throws IOException, InterruptedException;
  }

  /** Hands {@code record} to {@code rows}, or keeps it where it has not {@code cells} cells. */
  void add(Records record, int cells, Rows rows) throws IOException, InterruptedException {
    String flaw = record.flaw(cells);
    if (!flaw.isEmpty()) {
      odd.add(new OddRow(record.line(), record.text(), flaw));
      oddBytes += record.to() - record.from();
    } else if (record.hasOddQuotes()) {
      byte[] plain = RecordCells.text(record.values(), dialect).getBytes(StandardCharsets.UTF_8);
      rows.row(plain, 0, plain.length);
    } else {
      rows.row(record.buffer(), record.from(), record.to());
    }
  }

  /** Tells whether more can be kept. */
  boolean isRoomy() {
    return oddBytes < MOST_ODD_BYTES;
  }

  /** Returns what is none. */
  List<OddRow> odd() {
    return odd;
  }
}
