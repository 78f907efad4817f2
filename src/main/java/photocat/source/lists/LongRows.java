package photocat.source.lists;

import java.util.List;
import photocat.model.Amounts;

/** Counts rows with more cells than the header, which an unquoted delimiter has moved. */
final class LongRows {
  private final int columns;
  private long rows;
  private long first;

  /** Rows of a table of {@code columns} columns; 0 to count none. */
  LongRows(int columns) {
    this.columns = columns;
  }

  void look(long line, List<String> cells) {
    if (columns == 0 || cells.size() <= columns) {
      return;
    }
    if (!cells.subList(columns, cells.size()).stream().allMatch(NameRow::isBlank)) {
      first = rows == 0 ? line : first;
      rows++;
    }
  }

  List<String> told() {
    return rows == 0
        ? List.of()
        : List.of(
            "%s more cells than the header, row %d first; a delimiter without quotes may have moved"
                    .formatted(Amounts.count(rows, "row has", "rows have"), first)
                + " what follows it");
  }
}
