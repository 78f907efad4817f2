package photocat.job;

import photocat.fetch.FetchLimits;
import photocat.job.LiveSettings.LiveSetting;

/** What can be changed of a download while it runs. */
final class DownloadSettings {
  private DownloadSettings() {}

  static void offer(FetchLimits limits, LiveSettings live) {
    live.offer(
        new LiveSetting(
            "connections",
            "photos in flight at a time, 1 to 512",
            () -> Integer.toString(limits.settings().connections()),
            value -> limits.changeConnections(Integer.parseInt(value))));
    live.offer(
        new LiveSetting(
            "connections-per-host",
            "of these to one host, 1 or more",
            () -> Integer.toString(limits.settings().connectionsPerHost()),
            value -> limits.changeConnectionsPerHost(Integer.parseInt(value))));
  }
}
