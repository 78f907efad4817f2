package photocat.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.image.ImageReport.Verdict;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.store.PhotoStore;

/**
 * Finds photos that are in the store already: after a crash between rename and row, or put there by
 * hand. Only a whole picture counts, and where its hash is known only the same one. Of anything
 * else only what a crash leaves is fetched and replaced unasked: an empty file, a picture that is
 * cut short, nothing but zeros. The rest is somebody's. Thread-safe for different names.
 */
public final class Adoption {
  private static final int PIECE_BYTES = 64 * 1024;

  private final PhotoStore store;

  /** Finds photos in {@code store}. */
  public Adoption(PhotoStore store) {
    this.store = store;
  }

  /**
   * What lies under the names of a photo.
   *
   * @param photo the photo, which is under all of them if it is whole under one
   * @param foreign the name of a file that is neither the photo nor left by a crash, and stays
   */
  public record Found(Optional<PhotoFacts> photo, Optional<String> foreign) {}

  /** Looks under all names of the photo. */
  public Found look(FetchRequest request) throws IOException {
    List<String> others = new ArrayList<>();
    for (String name : request.names()) {
      if (store.find(name).orElse(0) > 0) {
        PhotoFacts facts = read(name);
        String wanted = request.knownSha256().orElse(facts.sha256());
        if (facts.image().isWhole() && facts.sha256().equals(wanted)) {
          return nameAll(request, name, facts);
        }
        if (!request.replacesForeign() && isForeign(name, facts)) {
          others.add(name);
        }
      }
    }
    return new Found(Optional.empty(), others.stream().findFirst());
  }

  private PhotoFacts read(String name) throws IOException {
    try (ReadableByteChannel photo = store.open(name)) {
      return PhotoDigest.read(photo);
    }
  }

  private Found nameAll(FetchRequest request, String whole, PhotoFacts facts) throws IOException {
    for (String name : request.names()) {
      OptionalLong there = store.find(name);
      if (!there.equals(OptionalLong.of(facts.sizeBytes()))) {
        if (!request.replacesForeign() && there.orElse(0) > 0 && isForeign(name, read(name))) {
          return new Found(Optional.empty(), Optional.of(name));
        }
        store.addName(whole, name);
      }
    }
    return new Found(Optional.of(facts), Optional.empty());
  }

  private boolean isForeign(String name, PhotoFacts facts) throws IOException {
    Verdict verdict = facts.image().verdict();
    return facts.image().isWhole() || (verdict == Verdict.NOT_IMAGE && !isBlank(name));
  }

  /** Tells whether it holds nothing but zeros, as a file whose blocks were never written does. */
  private boolean isBlank(String name) throws IOException {
    try (ReadableByteChannel photo = store.open(name)) {
      ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
      while (photo.read(piece.clear()) >= 0) {
        piece.flip();
        while (piece.hasRemaining()) {
          if (piece.get() != 0) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
