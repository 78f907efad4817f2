package photocat.job;

import photocat.fetch.FetchLimits;
import photocat.job.LiveSettings.LiveSetting;
import photocat.model.Speed;

/** What can be changed of a download while it runs. */
final class DownloadSettings {
  private DownloadSettings() {}

  static void offer(FetchLimits limits, LiveSettings live) {
    live.offer(
        new LiveSetting(
            "max-connections",
            "photos in flight at a time, 1 to 512",
            () -> Integer.toString(limits.settings().connections()),
            value -> limits.changeConnections(Integer.parseInt(value))));
    live.offer(
        new LiveSetting(
            "per-host",
            "of these to one host, which may bear fewer; 1 or more",
            () -> Integer.toString(limits.settings().connectionsPerHost()),
            value -> limits.changeConnectionsPerHost(Integer.parseInt(value))));
    live.offer(
        new LiveSetting(
            "max-speed",
            "bytes a second of all photos together, such as 50MB/s, or unlimited",
            () -> Speed.format(limits.settings().bytesPerSecond()),
            value -> limits.changeBytesPerSecond(ServerWishes.bytesPerSecond(value))));
  }
}
