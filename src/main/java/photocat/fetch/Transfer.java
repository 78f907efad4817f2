package photocat.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the exchange that an outcome rests on.
 *
 * @param attempt 1 for the first, counting those that were charged to the photo; 0 if nothing was
 *     asked of a server
 * @param httpStatus empty if no answer came
 * @param etag as the server sent it, quotes included
 * @param firstByte from sending the request to the answer's first byte; zero if none came
 * @param total from sending the request to the end
 * @param receivedBytes of the answer's body, whether they were of use or not
 * @param optedOut whether the answer asks machines to leave the photo alone
 */
public record Transfer(
    int attempt,
    OptionalInt httpStatus,
    Optional<String> etag,
    Duration firstByte,
    Duration total,
    long receivedBytes,
    boolean optedOut) {
  /** Nothing was asked of a server. */
  public static final Transfer NONE = unanswered(0);

  static Transfer unanswered(int attempt) {
    return new Transfer(
        attempt, OptionalInt.empty(), Optional.empty(), Duration.ZERO, Duration.ZERO, 0, false);
  }
}
