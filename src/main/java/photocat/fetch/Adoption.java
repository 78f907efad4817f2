package photocat.fetch;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.image.PhotoDigest;
import photocat.image.PhotoFacts;
import photocat.store.PhotoStore;

/**
 * Finds photos that are in the store already: after a crash between rename and row, or put there by
 * hand. Only a whole picture counts, and where its hash is known only the same one; anything else
 * is fetched and replaced. Thread-safe for different names.
 */
public final class Adoption {
  private final PhotoStore store;

  /** Finds photos in {@code store}. */
  public Adoption(PhotoStore store) {
    this.store = store;
  }

  /** Returns the facts of the photo if it is whole under one of its names; then under all. */
  public Optional<PhotoFacts> adopt(FetchRequest request) throws IOException {
    List<String> names = request.names();
    for (String name : names) {
      if (store.find(name).orElse(0) > 0) {
        PhotoFacts facts = read(name);
        String wanted = request.knownSha256().orElse(facts.sha256());
        if (facts.image().isWhole() && facts.sha256().equals(wanted)) {
          nameAll(name, names, facts.sizeBytes());
          return Optional.of(facts);
        }
      }
    }
    return Optional.empty();
  }

  private PhotoFacts read(String name) throws IOException {
    try (ReadableByteChannel photo = store.open(name)) {
      return PhotoDigest.read(photo);
    }
  }

  private void nameAll(String whole, List<String> names, long sizeBytes) throws IOException {
    for (String name : names) {
      if (!store.find(name).equals(OptionalLong.of(sizeBytes))) {
        store.addName(whole, name);
      }
    }
  }
}
