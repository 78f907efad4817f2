package photocat.store.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import photocat.store.PhotoPart;

/** A photo on its way into a bucket: sent at once, or in parts of 8 MiB if it is larger. */
final class S3Part implements PhotoPart {
  static final int PART_BYTES = 8 * 1024 * 1024;

  private final NewObject object;
  private final UploadBuffer buffer;
  private boolean inParts;

  S3Part(NewObject object, UploadBuffer buffer) {
    this.object = object;
    this.buffer = buffer;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (buffer.sizeBytes() == PART_BYTES) {
        sendPart();
      }
      int length = (int) Math.min(bytes.remaining(), PART_BYTES - buffer.sizeBytes());
      buffer.add(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
    }
  }

  @Override
  public void commit() throws IOException {
    try {
      if (inParts) {
        sendPart();
        object.complete();
      } else {
        object.put(buffer);
      }
    } catch (IOException e) {
      discard();
      throw e;
    }
    buffer.clear();
  }

  @Override
  public void discard() {
    buffer.clear();
    object.abandon();
  }

  /** At the end of a photo in parts the buffer is never empty: it is sent when more comes. */
  private void sendPart() throws IOException {
    inParts = true;
    object.addPart(buffer);
    buffer.clear();
  }
}
