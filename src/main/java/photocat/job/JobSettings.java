package photocat.job;

import java.util.List;
import photocat.fetch.FetchSettings;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
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

  /** Returns what can be set of how photos are fetched. */
  public static List<Setting<?>> ofFetching() {
    return FetchSettings.all();
  }

  /** Returns what can be set of how photos are stored. */
  public static List<Setting<?>> ofStoring() {
    return StoreSettings.all();
  }

  /** The same with photos stored as {@code others} says. */
  public JobSettings storing(Chosen others) {
    return new JobSettings(fetch, new StoreSettings(store.chosen().with(others)));
  }
}
