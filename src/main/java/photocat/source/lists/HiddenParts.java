package photocat.source.lists;

import java.util.ArrayList;
import java.util.List;
import photocat.model.Amounts;

/** Counts rows and columns of a sheet that are read although nobody sees them. */
final class HiddenParts {
  private long rows;
  private long columns;

  void countRow(boolean isHidden) {
    rows += isHidden ? 1 : 0;
  }

  /** Counts the columns from {@code first} on, {@code end} excluded. */
  void countColumns(long first, long end) {
    columns += Math.max(0, end - first);
  }

  List<String> told() {
    List<String> parts = new ArrayList<>();
    if (rows > 0) {
      parts.add(Amounts.count(rows, "hidden row"));
    }
    if (columns > 0) {
      parts.add(Amounts.count(columns, "hidden column"));
    }
    return rows + columns == 0
        ? List.of()
        : List.of(
            "%s of the sheet %s read too"
                .formatted(String.join(" and ", parts), rows + columns == 1 ? "is" : "are"));
  }
}
