package photocat.job;

import java.util.List;
import photocat.fetch.FetchSettings;
import photocat.http.HttpSettings;
import photocat.http.HttpSettings.Patience;
import photocat.http.Network;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.source.SourceSettings;
import photocat.store.StoreSettings;

/**
 * What the user has set for jobs.
 *
 * @param fetch how photos are fetched
 * @param store how they are stored
 * @param network how others are reached, photos and S3 excepted
 * @param sources where sources are
 */
public record JobSettings(
    FetchSettings fetch, StoreSettings store, Network network, SourceSettings sources) {
  /** What holds unless a user says otherwise. */
  public static final JobSettings DEFAULTS =
      new JobSettings(
          FetchSettings.DEFAULTS, StoreSettings.DEFAULTS, Network.DIRECT, SourceSettings.DEFAULTS);

  /** Returns what can be set of how photos are fetched. */
  public static List<Setting<?>> ofFetching() {
    return FetchSettings.all();
  }

  /** Returns what can be set of how photos are stored. */
  public static List<Setting<?>> ofStoring() {
    return StoreSettings.all();
  }

  /** Returns how servers are asked for anything but photos. */
  public HttpSettings http() {
    return new HttpSettings(
        fetch.politeness().identity(), fetch.allowPrivateHosts(), network, Patience.USUAL);
  }

  /** The same with photos stored as {@code others} says. */
  public JobSettings storing(Chosen others) {
    return new JobSettings(fetch, new StoreSettings(store.chosen().with(others)), network, sources);
  }
}
