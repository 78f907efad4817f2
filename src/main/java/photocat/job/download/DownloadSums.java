package photocat.job.download;

import java.util.Map;
import java.util.function.Supplier;
import photocat.catalog.Session;

/**
 * Keeps {@code download_sums} in step with {@code download_events}, so that nobody needs to read
 * all events to know how far a download is. Works on the session of the caller, who closes it.
 */
public final class DownloadSums {
  private static final long NONE = -1;

  private final Session session;

  /** The sums in the catalogue of {@code session}. */
  public DownloadSums(Session session) {
    this.session = session;
  }

  /** Does {@code work}, which adds events, and books these, in the transaction that is open. */
  public <T> T book(Supplier<T> work) {
    long newest = session.list("sums/newest", Map.of(), row -> row.number("event")).get(0);
    T result = work.get();
    session.run("sums/add", Map.of("after", newest));
    return result;
  }

  /**
   * Adds up again where the sums do not account for all events, since somebody changed these by
   * hand. What may not be written stays as it is.
   */
  public void mend() {
    if (!session.isReadOnly() && !fit()) {
      session.transaction(
          () -> {
            session.run("sums/clear");
            return session.run("sums/add", Map.of("after", NONE));
          });
    }
  }

  private boolean fit() {
    return session.list("sums/fit", Map.of(), row -> row.truth("fit")).get(0);
  }
}
