package photocat.remote;

/** One message as it goes over the wire. */
final class Frame {
  private final FrameType type;
  private final byte[] body;

  Frame(FrameType type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  FrameType type() {
    return type;
  }

  byte[] body() {
    return body;
  }
}
