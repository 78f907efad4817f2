package photocat.source.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a workbook. Its header is the first row that names the columns that are wanted, among
 * the first few: titles may stand above it.
 */
final class SheetTable implements ListTable {
  private static final int MOST_ROWS_ABOVE = 20;

  private final Workbook workbook;
  private final Path file;
  private final int sheet;
  private final long headerRow;
  private final List<String> headers;
  private List<String> sheets = List.of();

  private SheetTable(
      Workbook workbook, Path file, int sheet, long headerRow, List<String> headers) {
    this.workbook = workbook;
    this.file = file;
    this.sheet = sheet;
    this.headerRow = headerRow;
    this.headers = headers;
  }

  /** Reads the sheets of one kind of workbook. */
  interface Workbook {
    /** Returns the names of its sheets in order. */
    List<String> sheets(ZippedParts parts) throws IOException;

    /** Hands over the rows that are not blank, until the taker returns false. */
    void read(ZippedParts parts, int sheet, RowTaker rows) throws IOException;
  }

  /** Takes rows of a sheet. */
  interface RowTaker {
    /**
     * Takes one row.
     *
     * @param row its number, from 1
     * @return false to stop
     */
    boolean take(long row, List<String> cells) throws IOException;
  }

  /** Looks at the first rows of a sheet, of which {@code columns} are wanted. */
  static SheetTable of(Workbook workbook, Path file, Optional<String> asked, NameColumns columns)
      throws IOException {
    try (ZippedParts parts = new ZippedParts(file)) {
      List<String> sheets = workbook.sheets(parts);
      int sheet = Sheets.place(sheets, asked);
      List<SheetTable> first = new ArrayList<>();
      List<SheetTable> known = new ArrayList<>();
      workbook.read(
          parts,
          sheet,
          (row, cells) -> {
            SheetTable table = new SheetTable(workbook, file, sheet, row, cells);
            first.add(table);
            if (columns.areKnownIn(cells)) {
              known.add(table);
            }
            return known.isEmpty() && first.size() < MOST_ROWS_ABOVE && !columns.isHeadless();
          });
      first.add(new SheetTable(workbook, file, sheet, 0, List.of()));
      SheetTable found = known.isEmpty() ? first.get(0) : known.get(0);
      found.sheets = sheets;
      return found;
    }
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public String elsewhere() {
    return sheets.size() > 1 ? "take another sheet with --sheet: " + Sheets.listed(sheets) : "";
  }

  @Override
  public void read(Taker rows) throws IOException {
    try (ZippedParts parts = new ZippedParts(file)) {
      workbook.read(
          parts,
          sheet,
          (row, cells) -> {
            if (row > headerRow) {
              rows.take(row - headerRow, cells);
            }
            return true;
          });
    }
  }
}
