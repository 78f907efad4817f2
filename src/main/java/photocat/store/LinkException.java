package photocat.store;

import java.io.IOException;

/** A folder is in truth a link. */
final class LinkException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param which for example {@code it}
   */
  LinkException(String which) {
    super(which + " is a link, and photocat follows none below the root");
  }
}
