package photocat.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A photo that is being written in the folder where it will lie, under a name of its own. */
final class LocalPart implements PhotoPart {
  private static final Logger log = LoggerFactory.getLogger(LocalPart.class);

  private final Folder folder;
  private final String part;
  private final FileChannel channel;
  private final Ends ends;

  /** What becomes of the photo. */
  interface Ends {
    /** Nothing more is written to {@code channel}. */
    void whole(FileChannel channel) throws IOException;

    /** The part has been closed: gives it its name. */
    void named(String part) throws IOException;

    /** Nothing more happens to it; {@code tidy} unless something of it is left. */
    void ended(boolean tidy);
  }

  /**
   * A new part in {@code folder}, which is closed with it.
   *
   * @throws IOException if it cannot be made; then {@code folder} stays open
   */
  LocalPart(Folder folder, String part, Ends ends) throws IOException {
    this.folder = folder;
    this.part = part;
    this.channel = folder.create(part);
    this.ends = ends;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw StoreFullException.or(e);
    }
  }

  @Override
  public void commit() throws IOException {
    try {
      ends.whole(channel);
      channel.close();
      ends.named(part);
    } catch (IOException e) {
      discard();
      throw StoreFullException.or(e);
    }
    end(true);
  }

  @Override
  public void discard() {
    boolean tidy = true;
    try (channel) {
      folder.delete(part);
    } catch (IOException e) {
      log.warn("{} stays in {} until the next run", part, folder, e);
      tidy = false;
    }
    end(tidy);
  }

  private void end(boolean tidy) {
    try {
      folder.close();
    } catch (IOException e) {
      log.debug("cannot close {}", folder, e);
    }
    ends.ended(tidy);
  }
}
