package photocat.job;

import photocat.fetch.FetchSettings;
import photocat.store.Fsync;
import photocat.store.StoreSettings;

/**
 * What the user has set for jobs.
 *
 * @param fetch how photos are fetched
 * @param store how they are stored
 */
public record JobSettings(FetchSettings fetch, StoreSettings store) {
  /** What holds unless a user says otherwise. */
  public static final JobSettings DEFAULTS =
      new JobSettings(FetchSettings.DEFAULTS, StoreSettings.DEFAULTS);

  /**
   * The same with photos forced to the disk as {@code word} says.
   *
   * @throws IllegalArgumentException with the rule if it says nothing
   */
  public JobSettings withFsync(String word) {
    return new JobSettings(fetch, store.withFsync(Fsync.of(word)));
  }
}
