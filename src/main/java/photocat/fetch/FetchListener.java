package photocat.fetch;

import java.util.List;
import photocat.store.FreeSpace;

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
   * So many photos in a row were refused by {@code host}, as {@code reason} says; told once a run.
   * It may have shut us out.
   */
  default void refusing(String host, String reason, int inARow) {}

  /**
   * {@code host} kept failing, at last as {@code reason} says, and is asked no more in this run;
   * told once a run.
   */
  default void givenUp(String host, String reason) {}

  /**
   * Tells whether more photos may be looked at now; asked often. While it says no, those in flight
   * go on and nothing new is begun.
   */
  default boolean mayStart() {
    return true;
  }

  /** The store, which takes other photos, did not take {@code name}, as {@code reason} says. */
  default void unstored(String name, String reason) {}

  /** Under {@code name} lies what is neither the photo nor left by a crash, and it stays. */
  default void inTheWay(String name) {}

  /** The store has no more room than {@code room}: nothing new is begun until it has. */
  default void paused(FreeSpace room) {}

  /** The store has room again. */
  default void resumed() {}

  /**
   * The photo has ended, once for every photo that was looked at. Photos that a stopped run did not
   * reach are not reported; those in flight end as {@link FetchState#PENDING}.
   */
  void ended(FetchRequest request, FetchOutcome outcome);
}
