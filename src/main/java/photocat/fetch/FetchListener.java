package photocat.fetch;

import java.util.List;

/**
 * Hears of every photo of a run. All methods are called by the thread that called {@link
 * PhotoFetcher#run}, one after the other; while one works, no new photo is started. What they throw
 * ends the run.
 */
public interface FetchListener {
  /** A server is about to be asked for the photo for the first time; not called if adopted. */
  void started(FetchRequest request);

  /**
   * An attempt failed and this run will make another; {@code outcome} is in state {@link
   * FetchState#RETRY}.
   */
  default void retrying(FetchRequest request, FetchOutcome outcome) {}

  /** How the hosts are that have been asked or wait, every few seconds and at the end. */
  default void hosts(List<HostState> hosts) {}

  /**
   * The photo has ended, once for every photo that was looked at. Photos that a stopped run did not
   * reach are not reported; those in flight end as {@link FetchState#PENDING}.
   */
  void ended(FetchRequest request, FetchOutcome outcome);
}
