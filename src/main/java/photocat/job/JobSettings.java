package photocat.job;

import photocat.fetch.FetchSettings;
import photocat.model.setting.Chosen;
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

  /** The same with photos stored as {@code others} says. */
  public JobSettings storing(Chosen others) {
    return new JobSettings(fetch, new StoreSettings(store.chosen().with(others)));
  }
}
