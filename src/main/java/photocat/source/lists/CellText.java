package photocat.source.lists;

import java.io.IOException;

/** The text of a cell as it grows, within the bounds of a cell. */
final class CellText {
  static final int LONGEST = 1 << 16;

  private final StringBuilder text = new StringBuilder();

  void append(char[] from, int start, int length) throws IOException {
    check(length);
    text.append(from, start, length);
  }

  void append(String more) throws IOException {
    check(more.length());
    text.append(more);
  }

  private void check(int more) throws IOException {
    if (text.length() + more > LONGEST) {
      throw new IOException("a cell is longer than 64 KB");
    }
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void clear() {
    text.setLength(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
