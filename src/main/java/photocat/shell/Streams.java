package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import photocat.shell.render.DisplayWidth;
import photocat.shell.render.Lines;

/**
 * Standard output and standard error. A progress line stands at the end of standard error; whatever
 * is written wipes it first, so that the two never share a line. What others have to announce waits
 * until no result is being written. Thread-safe; the writers stay open.
 */
public final class Streams {
  private final Writer data;
  private final Writer narration;
  private final Object screen;
  private final List<String> held = new ArrayList<>();
  private String progress = "";
  private boolean resultOpen;
  private boolean drawing;

  /** Writes data to one writer, which should be buffered, and narration to another. */
  public Streams(Writer data, Writer narration) {
    this(data, narration, new Object());
  }

  /** The same to a screen that others draw on too, who hold {@code screen} meanwhile. */
  Streams(Writer data, Writer narration, Object screen) {
    this.data = data;
    this.narration = narration;
    this.screen = screen;
  }

  /** Returns the data writer, whose lines belong to one result. */
  Writer data() {
    wipe();
    return data;
  }

  void line(String text) {
    synchronized (screen) {
      wipe();
      new Lines(data).line(text);
      flush();
    }
  }

  /** Shows no progress until {@link #flush}: a result is being written to the same terminal. */
  void hold() {
    synchronized (screen) {
      wipe();
      drawing = true;
    }
  }

  /** Hands on what has been written so far. */
  public void flush() {
    synchronized (screen) {
      drawing = false;
      try {
        data.flush();
      } catch (IOException e) {
        throw Lines.failure(e);
      }
    }
  }

  /** Writes one line of narration after the data written so far. */
  void narrate(String text) {
    synchronized (screen) {
      wipe();
      flushQuietly();
      narrateRaw(text + "\n");
    }
  }

  /** The rows of one result follow: announcements wait. */
  void beginResult() {
    synchronized (screen) {
      resultOpen = true;
    }
  }

  /** The result is whole, or there will be no more of it. */
  void endResult() {
    synchronized (screen) {
      resultOpen = false;
      List.copyOf(held).forEach(this::narrate);
      held.clear();
    }
  }

  /** Writes one line of narration that has nothing to do with the result being written, if any. */
  void announce(String text) {
    synchronized (screen) {
      if (resultOpen) {
        held.add(text);
      } else {
        narrate(text);
      }
    }
  }

  /** Writes narration as it is, progress line and all, after the data written so far. */
  void narrateAsIs(String text) {
    synchronized (screen) {
      flushQuietly();
      narrateRaw(text);
    }
  }

  /** Draws the progress line again; empty text wipes it. */
  void progress(String text) {
    synchronized (screen) {
      if (drawing && !text.isEmpty()) {
        return;
      }
      int cover = Math.max(0, DisplayWidth.of(progress) - DisplayWidth.of(text));
      if (!text.isEmpty() || cover > 0) {
        // The cursor waits in front, so that the ^C which terminals echo is wiped with the line.
        narrateRaw("\r" + text + " ".repeat(cover) + "\r");
      }
      progress = text;
    }
  }

  private void wipe() {
    progress("");
  }

  /** A failure here shows again when the next data is written. */
  private void flushQuietly() {
    try {
      data.flush();
    } catch (IOException e) {
      progress = "";
    }
  }

  /** Work goes on when nobody reads the narration. */
  private void narrateRaw(String text) {
    try {
      narration.write(text);
      narration.flush();
    } catch (IOException e) {
      progress = "";
    }
  }
}
