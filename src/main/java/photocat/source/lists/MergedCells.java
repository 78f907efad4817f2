package photocat.source.lists;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Cells of a sheet that are merged downwards: what the first of them says holds for every row that
 * they cover and that says anything. Used for the rows of one sheet in order.
 */
final class MergedCells {
  /** Merged cells that are in memory at once. */
  private static final int MOST = 200_000;

  private final PriorityQueue<Span> later =
      new PriorityQueue<>(Comparator.comparingLong(Span::firstRow));
  private final Map<Long, Shown> now = new HashMap<>();

  private record Span(long column, long firstRow, long lastRow) {}

  private record Shown(String text, long lastRow) {}

  /** The cells of {@code column}, from 0, in these rows are one. */
  void add(long column, long firstRow, long lastRow) throws IOException {
    if (later.size() >= MOST) {
      throw new UnreadableListException(
          "it has more than 200,000 merged cells", "save the sheet as .csv");
    }
    if (lastRow > firstRow) {
      later.add(new Span(column, firstRow, lastRow));
    }
  }

  /** Fills the cells of the row {@code number} that are covered from above. */
  void fill(long number, SheetRow row) throws IOException {
    for (Iterator<Map.Entry<Long, Shown>> shown = now.entrySet().iterator(); shown.hasNext(); ) {
      Map.Entry<Long, Shown> one = shown.next();
      if (one.getValue().lastRow() < number) {
        shown.remove();
      } else if (NameRow.isBlank(row.at(one.getKey()))) {
        row.put(one.getKey(), one.getValue().text());
      }
    }
    for (Span next = later.peek(); next != null && next.firstRow() <= number; ) {
      later.remove();
      String text = next.firstRow() == number ? row.at(next.column()) : "";
      if (!NameRow.isBlank(text)) {
        now.put(next.column(), new Shown(text, next.lastRow()));
      }
      next = later.peek();
    }
  }
}
