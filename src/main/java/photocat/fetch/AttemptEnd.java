package photocat.fetch;

import java.io.IOException;
import java.util.Optional;
import photocat.image.PhotoFacts;

/**
 * How an attempt ended. When it is told, nothing of the attempt is left half written but what the
 * next attempt can add to.
 */
sealed interface AttemptEnd {
  /** Returns what is known of the exchange. */
  Transfer transfer();

  /** The photo is whole under all its names. */
  record Stored(PhotoFacts photo, Transfer transfer) implements AttemptEnd {}

  /** The photo is elsewhere. */
  record Redirected(String location, Transfer transfer) implements AttemptEnd {}

  /**
   * There is no photo.
   *
   * @param retryAfter the server's wish, unread
   */
  record Faulted(Fault fault, Transfer transfer, Optional<String> retryAfter)
      implements AttemptEnd {}

  /** The store refused to take the photo. */
  record StoreFailed(IOException cause, Transfer transfer) implements AttemptEnd {}

  /** The run is being stopped. */
  record Dropped(Transfer transfer) implements AttemptEnd {}
}
