package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.shell.render.DisplayWidth;

/**
 * Holds a result back until it is known whether it fits on the screen: if so it is printed, if not
 * a pager shows it. A flush decides at once. Not thread-safe.
 */
final class PagedWriter extends Writer {
  /** Lines of the screen that the next prompt and what was typed before take. */
  private static final int OTHER_LINES = 2;

  private final Streams streams;
  private final Screen screen;
  private final Pager pager;
  private final StringBuilder held = new StringBuilder();
  private int lines;
  private int startOfLine;
  private boolean fits = true;
  private boolean paging;
  private @Nullable Writer target;

  PagedWriter(Streams streams, Screen screen, Pager pager) {
    this.streams = streams;
    this.screen = screen;
    this.pager = pager;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    if (target != null) {
      target.write(buffer, offset, length);
      return;
    }
    held.append(buffer, offset, length);
    for (int end = held.indexOf("\n", startOfLine);
        end >= 0;
        end = held.indexOf("\n", startOfLine)) {
      lines++;
      fits &= columns(held.substring(startOfLine, end)) <= screen.columns().getAsInt();
      startOfLine = end + 1;
    }
    if (!fits || lines > screen.rows().getAsInt() - OTHER_LINES) {
      open(pager.open());
    }
  }

  @Override
  public void flush() throws IOException {
    if (target == null) {
      open(Optional.empty());
    }
    if (target != null) {
      target.flush();
    }
  }

  /** Waits until the person has seen enough; what goes to the screen stays open. */
  @Override
  public void close() throws IOException {
    Writer opened = target;
    if (paging && opened != null) {
      // Also where the person has left already, and the last of the text cannot be handed on.
      opened.close();
    } else {
      flush();
    }
  }

  /** Tells whether a pager shows the text, which a person may leave before its end. */
  boolean isPaging() {
    return paging;
  }

  private void open(Optional<Writer> pages) throws IOException {
    paging = pages.isPresent();
    Writer opened = pages.orElseGet(streams::data);
    target = opened;
    opened.append(held);
    held.setLength(0);
  }

  /** Colours take no room. */
  private static int columns(String line) {
    return DisplayWidth.of(line.replaceAll("\u001b\\[[0-9;]*m", ""));
  }
}
