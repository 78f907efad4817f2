package photocat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * What a terminal of the type {@code screen} shows of what was written to it. It keeps no lines
 * that have left the screen, and does not break lines again when its size changes: for that there
 * is {@link Tmux}. Not thread-safe.
 */
final class VirtualScreen {
  static final String TYPE = "screen-256color";

  /** A command with its numbers, a string for the terminal's window, any other short one. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001b(?:\\[([?>=]?)([\\d;]*)[ -/]*([@-~])"
              + "|[\\]P_^k][^\u0007\u001b]*(?:\u0007|\u001b\\\\)"
              + "|([ -/]*[0-OQ-Z\\\\`-jl-~]))");

  private static final String BLANK = " ";
  private static final int TAB_COLUMNS = 8;
  private static final int LONGEST_ESCAPE = 10_000;

  private final Set<Integer> modes = new TreeSet<>(Set.of(25));
  private final StringBuilder unread = new StringBuilder();
  private final StringBuilder answers = new StringBuilder();
  private String[][] cells;
  private String[][] otherCells;
  private int columns;
  private int x;
  private int y;
  private int savedX;
  private int savedY;
  private int top;
  private int bottom;
  private boolean keypad;

  VirtualScreen(int columns, int rows) {
    this.columns = columns;
    this.bottom = rows - 1;
    this.cells = blank(rows);
    this.otherCells = blank(rows);
  }

  /** Takes what a program has written. */
  void write(CharSequence text) {
    unread.append(text);
    int at = 0;
    Matcher escape = ESCAPE.matcher(unread);
    while (at < unread.length()) {
      int character = unread.codePointAt(at);
      if (character != '\u001b') {
        put(character);
        at += Character.charCount(character);
      } else if (escape.region(at, unread.length()).lookingAt()) {
        obey(escape);
        at = escape.end();
      } else {
        require(unread.length() - at < LONGEST_ESCAPE, unread.substring(at, at + 20));
        break;
      }
    }
    unread.delete(0, at);
  }

  /** Returns what the terminal has to say to the program since it was last asked. */
  String answers() {
    String said = answers.toString();
    answers.setLength(0);
    return said;
  }

  /** Returns all rows, each with a line end and without the blanks before it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (String[] row : cells) {
      text.append(String.join("", row).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Returns how the terminal is set, as {@link Tmux#MODES} says it. */
  String modes() {
    return "cursor %d, alternate %d, keypad %d, rows %d-%d"
        .formatted(on(25), on(1049), keypad ? 1 : 0, top, bottom);
  }

  /** Tells whether a program wants to know what is pasted from what is typed. */
  boolean wantsBrackets() {
    return modes.contains(2004);
  }

  /** Cuts what has no room; a row goes at the upper end when there is text below. */
  void resize(int newColumns, int newRows) {
    int gone = Math.max(0, y - newRows + 1);
    String[][] old = cells;
    columns = newColumns;
    cells = blank(newRows);
    otherCells = blank(newRows);
    for (int row = 0; row < Math.min(newRows, old.length - gone); row++) {
      int length = Math.min(newColumns, old[row + gone].length);
      System.arraycopy(old[row + gone], 0, cells[row], 0, length);
    }
    y -= gone;
    x = Math.min(x, columns - 1);
    top = 0;
    bottom = newRows - 1;
  }

  private int on(int mode) {
    return modes.contains(mode) ? 1 : 0;
  }

  private void put(int character) {
    switch (character) {
      case '\r' -> x = 0;
      case '\n' -> lineFeed();
      case '\b' -> x = Math.max(0, Math.min(x, columns - 1) - 1);
      case '\t' -> x = Math.min(columns - 1, (x / TAB_COLUMNS + 1) * TAB_COLUMNS);
      case '\u0007', '\u000f' -> {}
      default -> print(character);
    }
  }

  /** After the last column {@code x} stands beyond it until the next character. */
  private void print(int character) {
    int width = WCWidth.wcwidth(character);
    require(width >= 0, Integer.toHexString(character));
    if (width == 0) {
      cells[y][Math.max(0, x - 1)] += Character.toString(character);
      return;
    }
    if (x + width > columns) {
      x = 0;
      lineFeed();
    }
    cells[y][x] = Character.toString(character);
    if (width == 2) {
      cells[y][x + 1] = "";
    }
    x += width;
  }

  private void lineFeed() {
    if (y == bottom) {
      move(top, bottom, 1);
    } else {
      y = Math.min(y + 1, cells.length - 1);
    }
  }

  /** Moves the rows of a region up, or down where {@code rows} is below zero. */
  private void move(int first, int last, int rows) {
    String[][] before = cells.clone();
    for (int row = first; row <= last; row++) {
      int from = row + rows;
      cells[row] = from < first || from > last ? blankRow() : before[from];
    }
  }

  private void obey(Matcher escape) {
    if (escape.group(3) != null) {
      command(escape.group(1) + escape.group(3), escape.group(2));
    } else if (escape.group(4) != null) {
      shortCommand(escape.group(4));
    }
  }

  private void shortCommand(String name) {
    switch (name) {
      case "7" -> save();
      case "8" -> restore();
      case "=", ">" -> keypad = name.equals("=");
      case "M" -> {
        if (y == top) {
          move(top, bottom, -1);
        } else {
          y = Math.max(0, y - 1);
        }
      }
      case "(B", ")0", ")B", "\\" -> {}
      default -> throw unknown("ESC " + name);
    }
  }

  private void save() {
    savedX = x;
    savedY = y;
  }

  private void restore() {
    x = Math.min(savedX, columns - 1);
    y = Math.min(savedY, cells.length - 1);
  }

  private void command(String name, String numbers) {
    int[] all =
        Pattern.compile(";").splitAsStream(numbers).mapToInt(VirtualScreen::number).toArray();
    int first = all.length == 0 ? 0 : all[0];
    int count = Math.max(1, first);
    int second = all.length < 2 ? 0 : all[1];
    switch (name) {
      case "A" -> y = Math.max(y >= top ? top : 0, y - count);
      case "B" -> y = Math.min(y <= bottom ? bottom : cells.length - 1, y + count);
      case "C" -> x = Math.min(columns - 1, x + count);
      case "D" -> x = Math.max(0, Math.min(x, columns - 1) - count);
      case "G" -> x = Math.min(columns, count) - 1;
      case "d" -> y = Math.min(cells.length, count) - 1;
      case "H" -> {
        y = Math.min(cells.length, count) - 1;
        x = Math.min(columns, Math.max(1, second)) - 1;
      }
      case "r" -> {
        top = count - 1;
        bottom = (second == 0 ? cells.length : second) - 1;
        x = 0;
        y = 0;
      }
      case "?h", "?l" -> Arrays.stream(all).forEach(mode -> set(mode, name.equals("?h")));
      case "m", "h", "l", ">q", "q", "t" -> {}
      case "c" -> answers.append("\u001b[?1;2c");
      case "n" -> answers.append("\u001b[%d;%dR".formatted(y + 1, Math.min(x, columns - 1) + 1));
      default -> edit(name, first);
    }
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private void edit(String name, int number) {
    int count = Math.max(1, number);
    int column = Math.min(x, columns - 1);
    switch (name) {
      case "J" -> eraseRows(number);
      case "K" -> fill(number == 0 ? column : 0, number == 1 ? column + 1 : columns);
      case "X" -> fill(column, Math.min(columns, column + count));
      case "L" -> move(y, bottom, -count);
      case "M" -> move(y, bottom, count);
      case "S" -> move(top, bottom, count);
      case "T" -> move(top, bottom, -count);
      case "P" -> shift(column + count, column);
      case "@" -> shift(column, column + count);
      default -> throw unknown("CSI " + number + name);
    }
  }

  private void eraseRows(int which) {
    if (which == 3) {
      // Rows that have left the screen, of which there are none.
      return;
    }
    edit("K", which);
    for (int row = which == 0 ? y + 1 : 0; row < (which == 1 ? y : cells.length); row++) {
      cells[row] = blankRow();
    }
  }

  private void fill(int from, int to) {
    Arrays.fill(cells[y], from, to, BLANK);
  }

  /** Moves the rest of the row from one column to another. */
  private void shift(int from, int to) {
    String[] row = blankRow();
    System.arraycopy(cells[y], 0, row, 0, Math.min(from, to));
    int length = columns - Math.max(from, to);
    System.arraycopy(cells[y], from, row, to, Math.max(0, length));
    cells[y] = row;
  }

  private void set(int mode, boolean on) {
    boolean changes = on ? modes.add(mode) : modes.remove(mode);
    if (mode == 1049 && changes) {
      String[][] shown = cells;
      cells = on ? blank(shown.length) : otherCells;
      otherCells = shown;
      if (on) {
        save();
      } else {
        restore();
      }
    }
  }

  private String[][] blank(int rows) {
    String[][] blank = new String[rows][];
    Arrays.setAll(blank, row -> blankRow());
    return blank;
  }

  private String[] blankRow() {
    String[] row = new String[columns];
    Arrays.fill(row, BLANK);
    return row;
  }

  private static void require(boolean holds, String found) {
    if (!holds) {
      throw unknown(found);
    }
  }

  private static IllegalStateException unknown(String found) {
    return new IllegalStateException(
        "this screen does not know " + found.replace("\u001b", "ESC "));
  }
}
