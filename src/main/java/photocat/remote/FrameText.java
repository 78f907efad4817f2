package photocat.remote;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Sends text in frames of one type, each of whole characters. Memory stays flat: a full frame waits
 * until the other side reads. Thread-safe.
 */
final class FrameText extends Writer {
  private static final int FRAME_CHARS = 1 << 15;

  private final Wire wire;
  private final FrameType type;
  private final StringBuilder pending = new StringBuilder();

  FrameText(Wire wire, FrameType type) {
    this.wire = wire;
    this.type = type;
  }

  @Override
  public synchronized void write(char[] buffer, int offset, int length) throws IOException {
    pending.append(buffer, offset, length);
    sendFullFrames();
  }

  @Override
  public synchronized void write(String text, int offset, int length) throws IOException {
    pending.append(text, offset, offset + length);
    sendFullFrames();
  }

  @Override
  public synchronized void flush() throws IOException {
    int length = pending.length();
    boolean isCut = length > 0 && Character.isHighSurrogate(pending.charAt(length - 1));
    send(isCut ? length - 1 : length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private void sendFullFrames() throws IOException {
    while (pending.length() > FRAME_CHARS) {
      boolean isCut = Character.isHighSurrogate(pending.charAt(FRAME_CHARS - 1));
      send(isCut ? FRAME_CHARS - 1 : FRAME_CHARS);
    }
  }

  /** Words the failure as a pipe would, for that is how the client's leaving shall be taken. */
  private void send(int length) throws IOException {
    if (length > 0) {
      byte[] text = pending.substring(0, length).getBytes(StandardCharsets.UTF_8);
      pending.delete(0, length);
      try {
        wire.send(type, text);
      } catch (IOException e) {
        throw new IOException("Broken pipe: the client is gone", e);
      }
    }
  }
}
