package photocat.shell;

import java.io.IOException;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import photocat.model.Cancellation;

/** Reads single keys, and wipes what was written since. */
final class KeyViewer implements Watch.Viewer {
  private static final long PATIENCE_MILLIS = 100;

  private final Terminal terminal;
  private final LineWriter writer;
  private final Object screen;
  private Attributes before = new Attributes();
  private long mark;

  /**
   * Looks at {@code terminal}.
   *
   * @param writer all that is written there
   * @param screen the lock of whoever draws there
   */
  KeyViewer(Terminal terminal, LineWriter writer, Object screen) {
    this.terminal = terminal;
    this.writer = writer;
    this.screen = screen;
  }

  @Override
  public boolean hasKeyboard() {
    return true;
  }

  @Override
  public void begin() {
    before = terminal.enterRawMode();
    mark = writer.lines();
  }

  @Override
  public void clear() {
    synchronized (screen) {
      int lines = (int) Math.min(writer.lines() - mark, terminal.getHeight());
      mark = writer.lines();
      if (lines > 0) {
        terminal.puts(Capability.parm_up_cursor, lines);
        terminal.puts(Capability.parm_delete_line, lines);
        terminal.flush();
      }
    }
  }

  @Override
  public boolean keyPressedWithin(Duration time, Cancellation cancellation) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      int key = NonBlockingReader.READ_EXPIRED;
      while (key == NonBlockingReader.READ_EXPIRED
          && !cancellation.isCancelled()
          && deadline - System.nanoTime() > 0) {
        key = terminal.reader().read(PATIENCE_MILLIS);
      }
      return key != NonBlockingReader.READ_EXPIRED;
    } catch (IOException e) {
      // The terminal is gone, and with it whoever watches.
      return true;
    }
  }

  /** An arrow key is several characters: the prompt must not see the rest of them. */
  @Override
  public void end() {
    try {
      while (terminal.reader().peek(1) >= 0) {
        terminal.reader().read();
      }
    } catch (IOException e) {
      // Then the prompt will see nothing at all.
    }
    terminal.setAttributes(before);
  }
}
