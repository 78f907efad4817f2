package photocat.source.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet of a workbook, whose header is among its first rows. */
final class SheetTable implements ListTable {
  private final Workbook workbook;
  private final Path file;
  private final List<String> sheets;
  private final int sheet;
  private final Header header;
  private final HiddenParts hidden = new HiddenParts();

  private SheetTable(Workbook workbook, Path file, List<String> sheets, int sheet, Header header) {
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
     * @param isHidden whether who opens the file does not see it
     * @return false to stop
     */
    boolean take(long row, List<String> cells, boolean isHidden) throws IOException;

    /** Tells that nobody sees {@code count} columns from {@code first} on, counted from 0. */
    default void hideColumns(long first, long count) {}
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
          (row, cells, isHidden) -> {
            numbers.add(row);
            return search.offer(cells) && !columns.isHeadless();
          });
      if (numbers.isEmpty()) {
        return new SheetTable(workbook, file, sheets, sheet, new Header(0, List.of(), false));
      }
      HeaderSearch.Found found =
          Optional.of(search)
              .filter(rows -> !columns.isHeadless())
              .flatMap(rows -> rows.best(0))
              .orElse(new HeaderSearch.Found(0, false));
      Header header =
          new Header(numbers.get(found.at()), search.rows().get(found.at()), found.hasRivals());
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
  public List<String> warnings() {
    return hidden.told();
  }

  @Override
  public void read(Taker rows) throws IOException {
    try (ZippedParts parts = new ZippedParts(file)) {
      workbook.read(parts, sheet, new BelowHeader(rows));
    }
  }

  private final class BelowHeader implements RowTaker {
    private final Taker rows;

    BelowHeader(Taker rows) {
      this.rows = rows;
    }

    @Override
    public boolean take(long row, List<String> cells, boolean isHidden) throws IOException {
      if (row > header.row()) {
        hidden.countRow(isHidden);
        rows.take(row - header.row(), cells);
      }
      return true;
    }

    @Override
    public void hideColumns(long first, long count) {
      hidden.countColumns(first, Math.min(first + count, header.cells().size()));
    }
  }
}
