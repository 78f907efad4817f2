package photocat.remote;

import org.jspecify.annotations.Nullable;

/** The server of the catalogue went away before a request was done. */
public final class ServerGoneException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean begun;

  ServerGoneException(boolean begun, @Nullable Throwable cause) {
    super("the server of the catalogue is gone", cause);
    this.begun = begun;
  }

  /** Tells whether the request may have been run, in part or whole. */
  public boolean hasBegun() {
    return begun;
  }
}
