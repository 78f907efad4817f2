package photocat.source.dwca;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** One file of a table, behind its header. Not thread-safe; the caller closes it. */
final class TableText implements Closeable {
  /** What is looked at to learn how many cells rows have. */
  private static final int START_BYTES = 1 << 18;

  private final InputStream in;
  private final Records records;
  private final RowWidth width;
  private boolean isAtRow;

  private TableText(InputStream in, Records records, RowWidth width, boolean isAtRow) {
    this.in = in;
    this.records = records;
    this.width = width;
    this.isAtRow = isAtRow;
  }

  /**
   * Reads {@code file}, which is closed with this.
   *
   * @throws PhotocatException when its rows have fewer cells than the archive tells of
   */
  static TableText open(InputStream file, ArchiveTable table) throws IOException {
    TableDialect dialect = table.dialect();
    InputStream in = LineEnds.readable(TextInput.of(file, dialect.encoding()));
    byte[] start = in.readNBytes(START_BYTES);
    int most = RowWidth.mostHave(start, start.length < START_BYTES, dialect);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
    Records records = new Records(whole, dialect);
    int headerCells = 0;
    boolean more = true;
    for (int line = 0; line < dialect.headerLines() && more; line++) {
      more = records.next();
      headerCells = more ? records.cells() : headerCells;
    }
    boolean isAtRow = more && records.next();
    int least = table.leastCells();
    int ofRows = most > 0 ? most : isAtRow ? records.cells() : least;
    int cells = headerCells >= least && headerCells > 0 ? headerCells : ofRows;
    if (dialect.headerLines() > 0 && cells < least) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "its rows have %s, meta.xml tells of %d"
                  .formatted(Amounts.count(cells, "column"), least))
          .withHint("look at fieldsTerminatedBy and at the indexes in meta.xml");
    }
    if (cells > MetaFile.MOST_COLUMNS) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "its rows have %s, 1,000 at most are read".formatted(Amounts.count(cells, "column")));
    }
    int width = Math.max(cells, least);
    // Rows of one cell, or without their key, are parted by something else.
    boolean isTelling = most > Math.max(1, table.keyIndex()) && most <= MetaFile.MOST_COLUMNS;
    return new TableText(in, records, new RowWidth(width, isTelling ? most : width), isAtRow);
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException {
    if (isAtRow) {
      isAtRow = false;
      return true;
    }
    return records.next();
  }

  /** Returns the record that was gone to. */
  Records record() {
    return records;
  }

  /** Returns how many cells a row has. */
  RowWidth width() {
    return width;
  }

  /** Returns a name for each cell of a row. */
  List<String> cellNames(ArchiveTable table) {
    List<String> names = new ArrayList<>();
    ColumnNames free = new ColumnNames();
    table.columns().forEach(column -> free.take(column.name()));
    for (int at = 0; at < width.cells(); at++) {
      int index = at;
      names.add(
          table.columns().stream()
              .filter(column -> column.index() == index)
              .map(ArchiveColumn::name)
              .findFirst()
              .orElseGet(() -> free.take("cell_" + (index + 1))));
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
