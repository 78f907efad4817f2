package photocat.shell;

import java.io.IOException;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
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
  private Size size = new Size();

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
    size = terminal.getSize();
    writer.forgetRows();
  }

  @Override
  public void clear() {
    synchronized (screen) {
      Size now = terminal.getSize();
      if (now.equals(size)) {
        deleteRows(Math.min(writer.rows(now.getColumns()), now.getRows()));
      } else {
        // Some terminals wrap again what is on the screen, others cut it: nobody knows where it is.
        terminal.puts(Capability.cursor_address, 0, 0);
        terminal.puts(Capability.parm_delete_line, now.getRows());
        size = now;
      }
      terminal.flush();
      writer.forgetRows();
    }
  }

  /** Deletes upwards, rather than to the end of the screen, where the status bar is. */
  private void deleteRows(int rows) {
    terminal.puts(Capability.carriage_return);
    if (rows > 0) {
      terminal.puts(Capability.parm_up_cursor, rows);
      terminal.puts(Capability.parm_delete_line, rows);
    }
    terminal.puts(Capability.clr_eol);
  }

  @Override
  public boolean keyPressedWithin(Duration time, Cancellation cancellation) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      int key = NonBlockingReader.READ_EXPIRED;
      while (key == NonBlockingReader.READ_EXPIRED
          && !cancellation.isCancelled()
          && terminal.getSize().equals(size)
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
