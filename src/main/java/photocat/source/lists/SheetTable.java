package photocat.source.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a workbook, whose header is among its first rows.
 */
final class SheetTable implements ListTable {
  private final Workbook workbook;
  private final Path file;
  private final List<String> sheets;
  private final int sheet;
  private final Header header;

  private SheetTable(
      Workbook workbook, Path file, List<String> sheets, int sheet, Header header) {
    this.workbook = workbook;
    this.file = file;
    this.sheets = sheets;
    this.sheet = sheet;
    this.header = header;
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
      HeaderSearch search = new HeaderSearch(columns);
      List<Long> numbers = new ArrayList<>();
      workbook.read(
          parts,
          sheet,
          (row, cells) -> {
            numbers.add(row);
            return search.offer(cells) && !columns.isHeadless();
          });
      if (numbers.isEmpty()) {
        return new SheetTable(workbook, file, sheets, sheet, new Header(0, List.of(), false));
      }
      int at = columns.isHeadless() ? 0 : search.best().orElse(0);
      Header header = new Header(numbers.get(at), search.rows().get(at), search.hasRivals());
      return new SheetTable(workbook, file, sheets, sheet, header);
    }
  }

  /**
   * The header of a sheet.
   *
   * @param row its number, from 1; 0 where there is none
   * @param hasRivals whether a row above it could be taken for the header
   */
  private record Header(long row, List<String> cells, boolean hasRivals) {}

  @Override
  public List<String> headers() {
    return header.cells();
  }

  @Override
  public String remark() {
    return header.hasRivals() ? "the header is row " + header.row() : "";
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
            if (row > header.row()) {
              rows.take(row - header.row(), cells);
            }
            return true;
          });
    }
  }
}
