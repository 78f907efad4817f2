package photocat.shell;

import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;
import photocat.shell.render.VisibleText;

/**
 * Lines at the bottom of the terminal, which the rest scrolls above. While a line is being typed
 * only the reader may draw, or prompt and bar run into one another; it does so through a widget,
 * which holds its lock. Otherwise the caller of {@link #draw} must hold the screen.
 */
final class StatusBar {
  private static final String WIDGET = "photocat-status";

  /** With fewer there would be little left for results. */
  private static final int FEWEST_ROWS = 8;

  private static final List<Capability> NEEDED =
      List.of(
          Capability.change_scroll_region,
          Capability.save_cursor,
          Capability.restore_cursor,
          Capability.cursor_address);

  private final Terminal terminal;
  private final LineReader reader;
  private @Nullable Status status;
  private volatile List<String> shown = List.of();
  private volatile List<String> wanted = List.of();
  private Size size = new Size();
  private volatile boolean paused;
  private volatile Terminal.@Nullable SignalHandler readerHandler;

  StatusBar(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
    reader.getWidgets().put(WIDGET, this::drawWhileReading);
  }

  boolean isPossible() {
    return terminal.getHeight() >= FEWEST_ROWS
        && NEEDED.stream().allMatch(each -> terminal.getStringCapability(each) != null);
  }

  /** Tells whether {@code lines} differ from what is seen. */
  boolean isStale(List<String> lines) {
    return !paused
        && !(lines.equals(shown) && (lines.isEmpty() || terminal.getSize().equals(size)));
  }

  /** Draws through the reader; nothing happens while it does not read. */
  void drawAtPrompt(List<String> lines) {
    wanted = lines;
    try {
      reader.callWidget(WIDGET);
    } catch (IllegalStateException e) {
      // Not reading yet, or not any more: the next tick draws.
      wanted = shown;
    }
  }

  /** Draws while nothing is being read. */
  synchronized void draw(List<String> lines) {
    if (isResized()) {
      forget();
    }
    update(lines);
  }

  /** Gives the whole screen to another program, until {@link #resume}. */
  void pause() {
    if (!shown.isEmpty()) {
      draw(List.of());
    }
    paused = true;
  }

  /** Takes the screen back; the next lines are drawn again. */
  void resume() {
    paused = false;
  }

  /** Leaves the terminal without a bar and without a region that scrolls. */
  synchronized void close() {
    paused = true;
    if (status != null) {
      status.hide();
      status.close();
    }
  }

  private boolean drawWhileReading() {
    synchronized (this) {
      if (isResized()) {
        forget();
        reader.callWidget(LineReader.REDRAW_LINE);
      }
      update(wanted);
    }
    reader.callWidget(LineReader.REDISPLAY);
    return true;
  }

  private boolean isResized() {
    return !shown.isEmpty() && !terminal.getSize().equals(size);
  }

  /**
   * Comes before the reader, as it begins to read: it would guess which rows the old bar has come
   * to, and wipe those above it too.
   */
  void watchSize() {
    readerHandler = terminal.handle(Terminal.Signal.WINCH, this::resized);
  }

  private void resized(Terminal.Signal signal) {
    synchronized (this) {
      if (isResized()) {
        forget();
      }
    }
    Terminal.SignalHandler next = readerHandler;
    if (next != null) {
      next.handle(signal);
    }
  }

  /**
   * Forgets a bar that a terminal of another size has moved, cut or wrapped: there is nothing else
   * below the cursor. The next update draws it again.
   */
  private void forget() {
    Status bar = status();
    bar.suspend();
    bar.update(List.of());
    bar.resize();
    bar.restore();
    terminal.puts(Capability.carriage_return);
    terminal.puts(Capability.clr_eos);
    shown = List.of();
  }

  private void update(List<String> lines) {
    status().update(lines.stream().map(VisibleText::of).map(AttributedString::new).toList());
    size = terminal.getSize();
    shown = lines;
  }

  private Status status() {
    if (status == null) {
      status = Status.getStatus(terminal);
    }
    return status;
  }
}
