package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/**
 * Hands whole lines on to a terminal that others draw on too, who hold the same lock meanwhile: so
 * nothing of theirs stands within a line. Part of a line goes on only when flushed.
 */
final class LineWriter extends Writer {
  private static final int ENOUGH_CHARS = 8 * 1024;

  /** A line longer than this is handed on in parts. */
  private static final int LONGEST_LINE_CHARS = 1024 * 1024;

  private final Writer target;
  private final StringBuilder pending = new StringBuilder();
  private final WrittenRows rows = new WrittenRows();

  /** Writes to {@code target}, which stays open. */
  LineWriter(Writer target, Object screen) {
    super(screen);
    this.target = target;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    synchronized (lock) {
      pending.append(buffer, offset, length);
      rows.add(CharBuffer.wrap(buffer, offset, length));
      if (pending.length() >= ENOUGH_CHARS) {
        int whole = pending.lastIndexOf("\n") + 1;
        handOn(whole == 0 && pending.length() >= LONGEST_LINE_CHARS ? pending.length() : whole);
      }
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      handOn(pending.length());
      target.flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  /** Begins to count rows again. */
  void forgetRows() {
    synchronized (lock) {
      rows.clear();
    }
  }

  /** Returns the rows that what was written since then takes on a screen of this width. */
  int rows(int columns) {
    synchronized (lock) {
      return rows.count(columns);
    }
  }

  private void handOn(int length) throws IOException {
    target.append(pending, 0, length);
    pending.delete(0, length);
  }
}
