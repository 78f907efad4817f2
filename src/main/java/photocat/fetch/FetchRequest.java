package photocat.fetch;

import java.util.List;
import java.util.Optional;

/**
 * One photo to fetch: from one address, to one or more names (the same photo in the folders of
 * several taxa is fetched once).
 *
 * @param id the caller's key, handed back with the outcome
 * @param url as the source gave it; a bad one ends as a refused photo, not as an exception
 * @param names where the photo goes in the store, at least one; the first is written, the others
 *     are linked or copied
 * @param knownSha256 what the photo's hash was when it was last known to be good, in lower-case
 *     hexadecimal digits: only such a file is adopted; empty to adopt any whole picture
 * @param replacesForeign whether the photo takes the place of what somebody else has put there
 */
public record FetchRequest(
    long id,
    String url,
    List<String> names,
    Optional<String> knownSha256,
    boolean replacesForeign) {
  /** A photo of which nothing is known. */
  public FetchRequest(long id, String url, List<String> names) {
    this(id, url, names, Optional.empty());
  }

  /** A photo that leaves alone what is somebody else's. */
  public FetchRequest(long id, String url, List<String> names, Optional<String> knownSha256) {
    this(id, url, names, knownSha256, false);
  }

  public FetchRequest {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("photo " + id + " has no name to be stored under");
    }
  }
}
