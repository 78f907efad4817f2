package photocat.source.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The cells of a row of a sheet as they come, within the bounds of a row. */
final class SheetRow {
  /** As many columns as Excel has. */
  private static final int MOST_CELLS = 16_384;

  private static final int LONGEST = 1 << 20;

  private final List<String> cells = new ArrayList<>();
  private long chars;

  void clear() {
    cells.clear();
    chars = 0;
  }

  /** Puts {@code text} at the column {@code at}; blank cells at the end of a row take no room. */
  void put(long at, String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    chars += text.length();
    if (at < 0 || at >= MOST_CELLS) {
      throw new IOException("it has a row of more than 16,384 columns");
    }
    if (chars > LONGEST) {
      throw new IOException("it has a row of more than 1 MB");
    }
    while (cells.size() <= at) {
      cells.add("");
    }
    cells.set((int) at, text);
  }

  /** Returns the text at the column {@code at}; empty where there is none. */
  String at(long at) {
    return at >= 0 && at < cells.size() ? cells.get((int) at) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(NameRow::isBlank);
  }

  List<String> cells() {
    return List.copyOf(cells);
  }
}
