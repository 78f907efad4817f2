package photocat.source.dwca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parts the rows of a table from what is none. Used by the reading thread alone. */
final class RowSorter {
  /** What is kept in memory of rows that are none. */
  private static final long MOST_ODD_BYTES = 8L << 20;

  /** What a row takes there beside its text. */
  private static final long ODD_ROW_BYTES = 200;

  private final TableDialect dialect;
  private final RowWidth width;
  private final List<OddRow> odd = new ArrayList<>();
  private long oddBytes;
  private boolean hasFitted;

  RowSorter(TableDialect dialect, RowWidth width) {
    this.dialect = dialect;
    this.width = width;
  }

  /** Takes rows as a strict reader takes them. */
  @FunctionalInterface
  interface Rows {
    /** Takes the bytes from {@code from} up to {@code to}, a row without its line end. */
    void row(byte[] source, int from, int to) throws IOException, InterruptedException;
  }

  /** Hands {@code record} to {@code rows}, all of one width, or keeps it where it is none. */
  void add(Records record, Rows rows) throws IOException, InterruptedException {
    String flaw = record.flaw(width);
    if (!flaw.isEmpty()) {
      odd.add(new OddRow(record.line(), record.text(), flaw));
      oddBytes += ODD_ROW_BYTES + record.to() - record.from();
      return;
    }
    int lacking = width.cells() - record.cells();
    hasFitted |= lacking != 0;
    if (record.hasOddQuotes() || (lacking < 0 && !record.endsWithDelimiters(-lacking))) {
      List<String> cells = width.fitted(record.values());
      byte[] plain = RecordCells.text(cells, dialect).getBytes(StandardCharsets.UTF_8);
      rows.row(plain, 0, plain.length);
    } else if (lacking > 0) {
      byte[] row = Arrays.copyOfRange(record.buffer(), record.from(), record.to() + lacking);
      Arrays.fill(row, row.length - lacking, row.length, (byte) dialect.delimiter());
      rows.row(row, 0, row.length);
    } else {
      rows.row(record.buffer(), record.from(), record.to() + lacking);
    }
  }

  /** Returns what is told of rows that were brought to the width of the others, empty for none. */
  Optional<String> told() {
    return hasFitted ? Optional.of(width.told()) : Optional.empty();
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
