package photocat.remote;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** A peer that sends whatever a test wants, frame or not. */
final class RawPeer implements AutoCloseable {
  private final SocketChannel channel;
  private final Wire wire;

  RawPeer(SocketChannel channel) {
    this.channel = channel;
    this.wire = new Wire(channel);
  }

  static RawPeer connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return new RawPeer(channel);
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Sends a type and a length, true or not, and a body. */
  void send(int type, int length, byte... body) throws IOException {
    send(ByteBuffer.allocate(5 + body.length).put((byte) type).putInt(length).put(body).array());
  }

  void send(FrameType type, byte[] body) throws IOException {
    wire.send(type, body);
  }

  /** Returns the next frame, or nothing when the other side has closed, in whatever way. */
  Optional<Frame> receive() {
    try {
      return wire.receive();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
