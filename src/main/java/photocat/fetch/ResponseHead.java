package photocat.fetch;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What matters of an answer's header.
 *
 * @param contentLength empty if the body is chunked or ends with the connection
 * @param takesRanges whether the server says that it would send a part of the body, if asked
 * @param optedOut whether it asks machines to leave the photo alone
 */
record ResponseHead(
    int status,
    OptionalLong contentLength,
    Optional<String> contentEncoding,
    Optional<String> location,
    Optional<String> retryAfter,
    Optional<String> etag,
    boolean takesRanges,
    Optional<String> contentRange,
    boolean optedOut) {

  /** Returns where the photo is instead, or empty if this is no redirect. */
  Optional<String> redirectsTo() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> location;
      default -> Optional.empty();
    };
  }
}
