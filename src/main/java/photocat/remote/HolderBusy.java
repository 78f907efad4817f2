package photocat.remote;

import photocat.model.PhotocatException;

/** The holder of the catalogue answers, but cannot serve us; that may pass. */
public final class HolderBusy extends Exception {
  private static final long serialVersionUID = 1L;

  private final String process;
  private final PhotocatException failure;

  HolderBusy(Hello holder, PhotocatException failure) {
    super(failure);
    this.process = holder.process();
    this.failure = failure;
  }

  /** Returns the holder as messages name it. */
  public String process() {
    return process;
  }

  /** Returns what to tell the user if it does not pass. */
  public PhotocatException failure() {
    return failure;
  }
}
