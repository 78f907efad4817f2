package photocat.remote;

import org.jspecify.annotations.Nullable;

/** The holder of the catalogue went away before a request was done. */
public final class HolderGone extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean begun;

  HolderGone(boolean begun, @Nullable Throwable cause) {
    super("the holder of the catalogue is gone", cause);
    this.begun = begun;
  }

  /** Tells whether the request may have been run, in part or whole. */
  public boolean hasBegun() {
    return begun;
  }
}
