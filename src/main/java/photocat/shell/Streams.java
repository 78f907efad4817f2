package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import photocat.shell.render.DisplayWidth;
import photocat.shell.render.Lines;

/**
 * Standard output and standard error. A progress line stands at the end of standard error; whatever
 * is written wipes it first, so that the two never share a line. Thread-safe; the writers stay
 * open.
 */
public final class Streams {
  private final Writer data;
  private final Writer narration;
  private String progress = "";

  /** Writes data to one writer, which should be buffered, and narration to another. */
  public Streams(Writer data, Writer narration) {
    this.data = data;
    this.narration = narration;
  }

  /** Returns the data writer, unbothered by the progress line: its lines belong to one result. */
  Writer data() {
    wipe();
    return data;
  }

  synchronized void line(String text) {
    wipe();
    new Lines(data).line(text);
    flush();
  }

  /** Hands on what has been written so far. */
  public synchronized void flush() {
    try {
      data.flush();
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  /** Writes one line of narration after the data written so far. */
  synchronized void narrate(String text) {
    wipe();
    flushQuietly();
    narrateRaw(text + "\n");
  }

  /** Draws the progress line anew; empty text wipes it. */
  synchronized void progress(String text) {
    int cover = Math.max(0, DisplayWidth.of(progress) - DisplayWidth.of(text));
    if (!text.isEmpty() || cover > 0) {
      String end = text.isEmpty() ? "\r" : "";
      narrateRaw("\r" + text + " ".repeat(cover) + end);
    }
    progress = text;
  }

  private synchronized void wipe() {
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
