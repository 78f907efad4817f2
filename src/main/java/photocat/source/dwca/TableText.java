package photocat.source.dwca;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** One file of a table, behind its header. Not thread-safe; the caller closes it. */
final class TableText implements Closeable {
  private final InputStream in;
  private final Records records;
  private final int cells;
  private boolean isAtRow;

  private TableText(InputStream in, Records records, int cells, boolean isAtRow) {
    this.in = in;
    this.records = records;
    this.cells = cells;
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
    Records records = new Records(in, dialect);
    int headerCells = 0;
    boolean more = true;
    for (int line = 0; line < dialect.headerLines() && more; line++) {
      more = records.next();
      headerCells = more ? records.cells() : headerCells;
    }
    boolean isAtRow = more && records.next();
    int least = table.leastCells();
    int first = isAtRow ? records.cells() : least;
    int cells = headerCells >= least && headerCells > 0 ? headerCells : first;
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
          "its rows have %s, 5,000 at most are read".formatted(Amounts.count(cells, "column")));
    }
    return new TableText(in, records, Math.max(cells, least), isAtRow);
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
  int cells() {
    return cells;
  }

  /** Returns a name for each cell of a row. */
  List<String> cellNames(ArchiveTable table) {
    List<String> names = new ArrayList<>();
    ColumnNames free = new ColumnNames();
    table.columns().forEach(column -> free.take(column.name()));
    for (int at = 0; at < cells; at++) {
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
