package photocat.remote;

import java.io.Writer;
import photocat.model.Cancellation;

/**
 * Does the work for one client. Called by one thread but for {@link #stop}; what writing throws may
 * be let through.
 */
public interface RequestHandler extends AutoCloseable {
  /**
   * Runs a request to its end; failures have been narrated.
   *
   * @param cancellation stops it, perhaps before it begins
   */
  ResultStatus run(Request request, Cancellation cancellation);

  /** Hands over the kind, name, parent and comment of every name in the catalogue. */
  void names(NameSink names);

  /** Stops what is running, if anything is; safe from any thread, and more than once. */
  void stop();

  /** Forgets what requests have left behind, such as a transaction. */
  @Override
  void close();

  /** Takes names one by one. */
  interface NameSink {
    /** Takes one name; empty text where there is no parent or comment. */
    void name(String kind, String name, String parent, String comment);
  }

  /** The pager of a client. */
  interface Pages {
    /**
     * Returns what takes the text, and says by closing that it is whole. Writing fails with a
     * broken pipe once the pager was left.
     */
    Writer open();
  }

  /** Lets clients in. */
  interface Factory {
    /**
     * Returns an handler for one client.
     *
     * @param data takes what is for its standard output
     * @param narration takes what is for its standard error
     * @param pages shows what does not fit on its screen
     */
    RequestHandler attend(
        Handshake client,
        ClientEnvironment environment,
        Writer data,
        Writer narration,
        Pages pages);
  }
}
