package photocat.shell.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table are drawn, and how wide.
 *
 * @param columns indexes of the drawn columns; {@link #GAP} stands for those left out
 * @param widths columns of the terminal for each of {@code columns}
 */
record TableLayout(List<Integer> columns, List<Integer> widths) {
  static final int GAP = -1;

  /** Narrower text says nothing. */
  private static final int NARROWEST_TEXT = 8;

  /** {@code "| "} before, {@code " "} after each column, and the last line. */
  private static final int FRAME_PER_COLUMN = 3;

  /**
   * Fits columns into {@code maxWidth}: columns in the middle are left out until the others fit at
   * their narrowest, then the widest texts are narrowed. Numbers are never narrowed: one with its
   * end cut off is another number.
   *
   * @param natural the width that each column needs
   * @param text whether each column may be narrowed
   * @param maxWidth columns of the terminal, or 0 for no limit
   */
  static TableLayout fit(int[] natural, boolean[] text, int maxWidth) {
    int[] narrowest = new int[natural.length];
    for (int i = 0; i < natural.length; i++) {
      narrowest[i] = text[i] ? Math.min(natural[i], NARROWEST_TEXT) : natural[i];
    }
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < natural.length; i++) {
      columns.add(i);
    }
    if (maxWidth > 0) {
      leaveOutMiddle(columns, narrowest, maxWidth);
    }
    int[] widths = natural.clone();
    if (maxWidth > 0) {
      narrowWidest(columns, widths, narrowest, maxWidth);
    }
    return new TableLayout(
        List.copyOf(columns), columns.stream().map(i -> width(i, widths)).toList());
  }

  /** Returns how many columns are left out. */
  int hidden(int all) {
    return columns.contains(GAP) ? all - columns.size() + 1 : 0;
  }

  private static void leaveOutMiddle(List<Integer> columns, int[] widths, int maxWidth) {
    while (total(columns, widths) > maxWidth && columns.size() > 2) {
      int gap = columns.indexOf(GAP);
      if (gap < 0) {
        columns.set(columns.size() / 2, GAP);
      } else {
        boolean moreOnTheRight = columns.size() - 1 - gap >= gap;
        columns.remove(moreOnTheRight ? gap + 1 : gap - 1);
      }
    }
  }

  private static void narrowWidest(
      List<Integer> columns, int[] widths, int[] narrowest, int maxWidth) {
    int excess = total(columns, widths) - maxWidth;
    for (; excess > 0; excess--) {
      int widest = GAP;
      for (int i : columns) {
        boolean narrower = i != GAP && widths[i] > narrowest[i];
        if (narrower && (widest == GAP || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest == GAP) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int total(List<Integer> columns, int[] widths) {
    return columns.stream().mapToInt(i -> width(i, widths) + FRAME_PER_COLUMN).sum() + 1;
  }

  private static int width(int column, int[] widths) {
    return column == GAP ? 1 : widths[column];
  }
}
