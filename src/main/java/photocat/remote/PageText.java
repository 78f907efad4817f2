package photocat.remote;

import java.io.IOException;
import java.io.Writer;

/** Sends text for the client's pager, until the client says that it was left. */
final class PageText extends Writer {
  private final Wire wire;
  private final FrameText pages;
  private volatile boolean left;

  PageText(Wire wire) {
    this.wire = wire;
    this.pages = new FrameText(wire, FrameType.PAGE);
  }

  /** Lets the next write fail; safe from any thread. */
  void leave() {
    left = true;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    if (left) {
      throw new IOException("Broken pipe: the pager was left");
    }
    pages.write(buffer, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (!left) {
      pages.flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    wire.send(FrameType.LAST_PAGE, new byte[0]);
  }
}
