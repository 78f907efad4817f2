package photocat.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * Frames over one socket: a type (1 byte), a length (4 bytes), a body. Any thread may send; one
 * thread at a time may receive. Sending blocks while the other side does not read.
 */
final class Wire implements AutoCloseable {
  /** A statement that somebody pasted fits; what a peer claims does not fill the memory. */
  static final int LONGEST_BODY = 8 << 20;

  private static final int HEADER_BYTES = 5;
  private static final int PIECE_BYTES = 64 << 10;

  private final SocketChannel channel;
  private final Object sending = new Object();
  private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);

  /** The time at which the send under way began, by {@link System#nanoTime}; 0 for none. */
  private volatile long sendingSince;

  /** Frames over {@code channel}, which is connected, blocking, and closed with this. */
  Wire(SocketChannel channel) {
    this.channel = channel;
  }

  void send(FrameType type, byte[] body) throws IOException {
    if (body.length > LONGEST_BODY) {
      throw new ProtocolException("a frame of %,d bytes is too long".formatted(body.length));
    }
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + body.length);
    frame.put((byte) type.code()).putInt(body.length).put(body).flip();
    synchronized (sending) {
      sendingSince = System.nanoTime() | 1;
      try {
        while (frame.hasRemaining()) {
          channel.write(frame);
        }
      } finally {
        sendingSince = 0;
      }
    }
  }

  /** Tells whether a send has been waiting for so long, since the other side does not read. */
  boolean isStuckFor(long nanos) {
    long since = sendingSince;
    return since != 0 && System.nanoTime() - since > nanos;
  }

  /**
   * Waits for the next frame.
   *
   * @return nothing when the other side has closed
   * @throws ProtocolException for what cannot be a frame
   */
  Optional<Frame> receive() throws IOException {
    header.clear();
    if (!fill(header)) {
      return Optional.empty();
    }
    header.flip();
    int code = header.get();
    int length = header.getInt();
    FrameType type =
        FrameType.of(code).orElseThrow(() -> new ProtocolException("unknown frame " + code));
    if (length < 0 || length > LONGEST_BODY) {
      throw new ProtocolException("a frame claims to have %,d bytes".formatted(length));
    }
    return Optional.of(new Frame(type, body(length)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Takes memory as bytes come in, not as they are promised. */
  private byte[] body(int length) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.min(length, PIECE_BYTES));
    ByteBuffer piece = ByteBuffer.allocate(Math.min(length, PIECE_BYTES));
    while (body.size() < length) {
      piece.clear().limit(Math.min(piece.capacity(), length - body.size()));
      if (!fill(piece)) {
        throw new EOFException("the other side closed within a frame");
      }
      body.write(piece.array(), 0, piece.position());
    }
    return body.toByteArray();
  }

  /** Returns false at the end, if that is before the first byte. */
  private boolean fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        if (buffer.position() == 0) {
          return false;
        }
        throw new EOFException("the other side closed within a frame");
      }
    }
    return true;
  }
}
