package photocat.source.dwca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photocat.model.Amounts;

/**
 * How many cells the rows of a file have: as many as its header, or as most of its first rows,
 * where these leave out cells at the end, or have empty ones there that the header lacks.
 *
 * @param cells of a row that lacks none
 * @param usual of most of the first rows; the same as {@code cells} where they tell nothing else
 */
record RowWidth(int cells, int usual) {
  private static final int LOOKED_AT = 100;

  /** Every row has just as many. */
  static RowWidth of(int cells) {
    return new RowWidth(cells, cells);
  }

  /**
   * Returns how many cells more than half of the first rows have, 0 where none is so common.
   *
   * @param start of the file, header included
   * @param whole whether the file ends with it
   */
  static int mostHave(byte[] start, boolean whole, TableDialect dialect) throws IOException {
    Records records = new Records(new ByteArrayInputStream(start), dialect, start.length + 1);
    List<Integer> found = new ArrayList<>();
    int header = dialect.headerLines();
    while (found.size() < header + LOOKED_AT && records.next()) {
      found.add(records.cells());
    }
    boolean isLastCut = !whole && found.size() < header + LOOKED_AT;
    int rows = found.size() - (isLastCut ? 1 : 0);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int at = header; at < rows; at++) {
      counts.merge(found.get(at), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .filter(count -> 2 * count.getValue() > rows - header)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  boolean allows(int found) {
    return found == cells || found == usual;
  }

  /** Returns {@code found} without the empty cells that it has too many, with those it lacks. */
  List<String> fitted(List<String> found) {
    if (found.size() >= cells) {
      return found.subList(0, cells);
    }
    List<String> all = new ArrayList<>(found);
    all.addAll(Collections.nCopies(cells - found.size(), ""));
    return all;
  }

  /** Says what became of rows that have not as many cells as the header. */
  String told() {
    return "rows have %s, not %d; %s"
        .formatted(
            Amounts.count(usual, "column"),
            cells,
            usual < cells ? "what they lack at the end is empty" : "the rest of them is empty");
  }
}
