package photocat.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import photocat.store.FreeSpace;
import photocat.store.LocalFolder;
import photocat.store.PhotoPart;
import photocat.store.PhotoStore;
import photocat.store.StoreFullException;

/** A folder that takes so many bytes and no more, as a small disk does. */
final class QuotaStore implements PhotoStore {
  private final LocalFolder folder;
  private final long reserveBytes;
  private final AtomicLong freeBytes;

  QuotaStore(LocalFolder folder, long quotaBytes, long reserveBytes) {
    this.folder = folder;
    this.freeBytes = new AtomicLong(quotaBytes);
    this.reserveBytes = reserveBytes;
  }

  /** Somebody deletes other files. */
  void free(long bytes) {
    freeBytes.addAndGet(bytes);
  }

  @Override
  public void prepare() {
    folder.prepare();
  }

  @Override
  public OptionalLong find(String name) throws IOException {
    return folder.find(name);
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    return folder.open(name);
  }

  @Override
  public PhotoPart begin(String name) throws IOException {
    return new QuotaPart(folder.begin(name));
  }

  @Override
  public void addName(String name, String furtherName) throws IOException {
    folder.addName(name, furtherName);
  }

  @Override
  public FreeSpace room() {
    return new FreeSpace(freeBytes.get(), reserveBytes);
  }

  private final class QuotaPart implements PhotoPart {
    private final PhotoPart part;
    private long written;

    QuotaPart(PhotoPart part) {
      this.part = part;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      int size = bytes.remaining();
      if (freeBytes.addAndGet(-size) < 0) {
        freeBytes.addAndGet(size);
        throw new StoreFullException("the quota is used up", new IOException("no room"));
      }
      written += size;
      part.write(bytes);
    }

    @Override
    public void commit() throws IOException {
      part.commit();
    }

    @Override
    public void discard() {
      freeBytes.addAndGet(written);
      part.discard();
    }
  }
}
