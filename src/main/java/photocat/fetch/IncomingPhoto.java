package photocat.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.store.PhotoPart;
import photocat.store.PhotoStore;

/**
 * A photo as it arrives: its bytes go to the store, hashed and inspected on the way. Outlives an
 * attempt that breaks off, so that the next can go on from there. Used by the photo's disk worker,
 * and between attempts by the scheduler.
 */
final class IncomingPhoto {
  private final PhotoStore store;
  private final List<String> names;
  private @Nullable PhotoPart part;
  private @Nullable PhotoDigest digest;
  private @Nullable MessageDigest md5;
  private @Nullable String wantedMd5;
  private @Nullable String etag;

  /** Nothing has arrived yet of the photo with these {@code names}. */
  IncomingPhoto(PhotoStore store, List<String> names) {
    this.store = store;
    this.names = names;
  }

  /** Returns how to ask for the rest, if what is there can be added to. */
  Optional<Resume> resume() {
    return part == null || digest == null || etag == null
        ? Optional.empty()
        : Optional.of(new Resume(digest.sizeBytes(), etag));
  }

  /** Tells whether something lies in the store that {@link #discard} would remove. */
  boolean isBegun() {
    return part != null;
  }

  /** What has arrived belongs to the photo with this strong tag, and may be added to. */
  void keep(String strongEtag) {
    etag = strongEtag;
  }

  /**
   * Adds bytes.
   *
   * @param promisedMd5 what the server says of the whole photo
   */
  void write(ByteBuffer[] pieces, Optional<String> promisedMd5) throws IOException {
    PhotoPart target = part;
    PhotoDigest facts = digest;
    if (target == null || facts == null) {
      target = store.begin(names.get(0));
      facts = new PhotoDigest();
      part = target;
      digest = facts;
      wantedMd5 = promisedMd5.orElse(null);
      md5 = wantedMd5 == null ? null : md5();
    }
    for (ByteBuffer bytes : pieces) {
      facts.update(bytes);
      if (md5 != null) {
        md5.update(bytes.duplicate());
      }
      target.write(bytes);
    }
  }

  /** All has arrived: puts the photo under its names if it is whole, else discards it. */
  AttemptEnd finish(Transfer transfer, Target.Origin origin, EtagTrust trust) {
    PhotoPart target = part;
    PhotoFacts facts = (digest == null ? new PhotoDigest() : digest).finish();
    // Or its buffer lives on with this arrival, which by now is old and collected late.
    digest = null;
    if (!facts.image().isWhole() || target == null) {
      discard();
      return faulted(Fault.content(facts.image().verdict().word()), transfer);
    }
    if (md5 != null && trust.isDamaged(origin, hex(md5).equals(wantedMd5))) {
      discard();
      return faulted(Fault.WRONG_MD5, transfer);
    }
    try {
      part = null;
      target.commit();
      for (String name : names.subList(1, names.size())) {
        store.addName(names.get(0), name);
      }
      return new AttemptEnd.Stored(facts, transfer);
    } catch (IOException e) {
      return new AttemptEnd.StoreFailed(e, transfer);
    }
  }

  /** Forgets what has arrived. */
  void discard() {
    if (part != null) {
      part.discard();
    }
    part = null;
    digest = null;
    etag = null;
  }

  private static AttemptEnd faulted(Fault fault, Transfer transfer) {
    return new AttemptEnd.Faulted(fault, transfer, Optional.empty());
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
