package photocat.command;

import java.io.IOException;

/**
 * Nobody reads standard output any more, as after {@code | head -1}: the run ends at once, in
 * silence, and counts as done.
 */
public final class ReaderGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reader is gone, as writing found out. */
  public ReaderGone(IOException cause) {
    super("nobody reads the output", cause);
  }
}
