package photocat.remote;

import photocat.model.PhotocatException;

/** The server of the catalogue answers, but cannot serve us; that may pass. */
public final class ServerBusyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String process;
  private final PhotocatException failure;

  ServerBusyException(Handshake server, PhotocatException failure) {
    super(failure);
    this.process = server.process();
    this.failure = failure;
  }

  /** Returns the server as messages name it. */
  public String process() {
    return process;
  }

  /** Returns what to tell the user if it does not pass. */
  public PhotocatException failure() {
    return failure;
  }
}
