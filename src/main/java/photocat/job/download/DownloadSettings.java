package photocat.job.download;

import java.util.Locale;
import photocat.fetch.FetchLimits;
import photocat.fetch.FetchSettings;
import photocat.job.LiveSettings;
import photocat.job.LiveSettings.LiveSetting;
import photocat.model.setting.Setting;

/** What can be changed of a download while it runs. */
final class DownloadSettings {
  private static final String PREFIX = "fetch.";

  private DownloadSettings() {}

  static void offer(FetchLimits limits, LiveSettings live) {
    FetchSettings.all().stream()
        .filter(Setting::changesWhileRunning)
        .forEach(setting -> live.offer(offered(setting, limits)));
  }

  private static <T> LiveSetting offered(Setting<T> setting, FetchLimits limits) {
    String meaning = setting.meaning();
    return new LiveSetting(
        setting.key().substring(PREFIX.length()),
        meaning.substring(0, 1).toLowerCase(Locale.ROOT) + meaning.substring(1),
        () -> setting.show(limits.settings().chosen().of(setting)),
        text -> limits.change(setting, text));
  }
}
