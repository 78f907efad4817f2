package photocat.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import photocat.shell.render.DisplayWidth;

/**
 * Counts the rows of a screen that text takes, whatever the width of the screen is by then: a long
 * line is wrapped. Remembers no more than any screen shows. Not thread-safe.
 */
final class WrittenRows {
  private static final int MOST_LINES = 500;
  private static final int LONGEST_LINE_CHARS = 100_000;
  private static final int TAB_COLUMNS = 8;

  /** Colours take no room. */
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  void add(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\n') {
        lines.add(line.toString());
        line.setLength(0);
        if (lines.size() > MOST_LINES) {
          lines.remove();
        }
      } else if (line.length() < LONGEST_LINE_CHARS) {
        line.append(character);
      }
    }
  }

  void clear() {
    lines.clear();
    line.setLength(0);
  }

  /** Returns how far the cursor has come down since {@link #clear}, from the first column on. */
  int count(int columns) {
    int rows = wraps(line.toString(), columns);
    for (String each : lines) {
      rows += 1 + wraps(each, columns);
    }
    return rows;
  }

  private static int wraps(String text, int columns) {
    String shown = COLOR.matcher(text).replaceAll("");
    int wraps = 0;
    int column = 0;
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      int codePoint = shown.codePointAt(i);
      if (codePoint == '\r') {
        column = 0;
      } else if (codePoint == '\t') {
        // A tab stops at the last column.
        column = Math.min(column + TAB_COLUMNS - column % TAB_COLUMNS, columns - 1);
      } else {
        int width = DisplayWidth.of(codePoint);
        if (column + width > columns) {
          wraps++;
          column = 0;
        }
        column += width;
      }
    }
    return wraps;
  }
}
