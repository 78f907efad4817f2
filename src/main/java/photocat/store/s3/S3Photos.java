package photocat.store.s3;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import photocat.store.Leftovers;
import photocat.store.Listing;
import photocat.store.PhotoPart;
import photocat.store.PhotoRoot;
import photocat.store.StoreName;
import photocat.store.TakenNames;
import photocat.store.Unread;
import photocat.store.UploadNotes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Photos as objects below a prefix of an S3 bucket. An object appears when it is whole, so it is
 * written under its own name. Thread-safe.
 */
public final class S3Photos implements PhotoRoot {
  /** One request takes 50 to 100 ms, however small the photo. */
  private static final int WORKERS = 64;

  private static final int MEMORY_BYTES = 128 * 1024 * 1024;

  private final S3Bucket bucket;
  private final UploadNotes notes;
  private final UploadMemory memory = new UploadMemory(MEMORY_BYTES);
  private volatile @Nullable TakenNames taken;
  private volatile boolean closed;

  S3Photos(S3Bucket bucket, UploadNotes notes) {
    this.bucket = bucket;
    this.notes = notes;
  }

  /** Opens {@code place}; the caller closes it. */
  public static S3Photos open(S3Place place, Optional<String> region, UploadNotes notes) {
    return new S3Photos(new S3Bucket(place, S3Clients.of(place, region)), notes);
  }

  @Override
  public String address() {
    return bucket.address();
  }

  @Override
  public int workers() {
    return WORKERS;
  }

  @Override
  public void prepare() {
    try {
      if (taken == null) {
        taken = listTaken();
      }
      bucket.tryToWrite();
    } catch (SdkException e) {
      throw S3Failure.ofRun("write photos to " + address(), e);
    }
  }

  /**
   * Lists what is there, which is one request for a prefix that is new; where there is much, a
   * thread goes on with it, and photos are asked for one by one meanwhile.
   */
  private TakenNames listTaken() {
    TakenNames names = new TakenNames();
    Iterator<ListObjectsV2Response> pages = bucket.pages();
    bucket.names(pages.next(), (name, size) -> names.add(name));
    if (pages.hasNext()) {
      Thread lister = new Thread(() -> listRest(pages, names), "photocat-s3-list");
      lister.setDaemon(true);
      lister.start();
    } else {
      names.complete();
    }
    return names;
  }

  private void listRest(Iterator<ListObjectsV2Response> pages, TakenNames names) {
    try {
      while (!closed && pages.hasNext()) {
        bucket.names(pages.next(), (name, size) -> names.add(name));
      }
      if (!closed) {
        names.complete();
      }
    } catch (SdkException | IllegalStateException e) {
      // Photos are asked for one by one to the end.
    }
  }

  @Override
  public OptionalLong find(String name) throws IOException {
    requireSafe(name);
    TakenNames names = taken;
    return names != null && names.isFree(name) ? OptionalLong.empty() : bucket.size(name);
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    requireSafe(name);
    return bucket.open(name);
  }

  @Override
  public PhotoPart begin(String name) {
    requireSafe(name);
    remember(name);
    return new S3Part(new NewObject(bucket, name, notes), new UploadBuffer(memory));
  }

  @Override
  public void addName(String name, String furtherName) throws IOException {
    requireSafe(name);
    requireSafe(furtherName);
    remember(furtherName);
    bucket.copy(name, furtherName);
  }

  @Override
  public boolean isThere() {
    try {
      return bucket.hasObjects();
    } catch (SdkException e) {
      throw S3Failure.ofRun("list the photos in " + address(), e);
    }
  }

  @Override
  public void list(Listing listing) {
    try {
      bucket.pages().forEachRemaining(page -> bucket.names(page, listing::file));
    } catch (SdkException e) {
      throw S3Failure.ofRun("list the photos in " + address(), e);
    }
  }

  @Override
  public boolean isEmpty() {
    return !isThere();
  }

  /** Uploads are noted one by one. */
  @Override
  public boolean isTidy() {
    return true;
  }

  @Override
  public void remove(Leftovers left, Consumer<Unread> unread) {
    for (Leftovers.Upload upload : left.uploads()) {
      try {
        bucket.abort(upload.name(), upload.id());
      } catch (SdkException e) {
        unread.accept(new Unread(upload.name(), S3Failure.of(e).reason()));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    bucket.close();
  }

  private void remember(String name) {
    TakenNames names = taken;
    if (names != null) {
      names.add(name);
    }
  }

  private static void requireSafe(String name) {
    if (!StoreName.isSafe(name)) {
      throw new IllegalArgumentException("unsafe name in a photo store: " + name);
    }
  }
}
