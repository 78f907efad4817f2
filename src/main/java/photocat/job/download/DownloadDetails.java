package photocat.job.download;

import java.util.ArrayList;
import java.util.List;
import photocat.model.Amounts;

/** What a person who watches a download is told beside the count of photos. */
final class DownloadDetails {
  private DownloadDetails() {}

  /**
   * Returns a few words each, the most important first; {@code hosts} are told if there is room.
   */
  static List<String> of(DownloadProgress moment, List<String> hosts) {
    List<String> details = new ArrayList<>();
    List<String> disk =
        moment.freeBytes().stream().mapToObj(bytes -> Amounts.bytes(bytes) + " free").toList();
    if (moment.paused()) {
      details.add("paused, no room");
    }
    if (moment.mayFillDisk()) {
      details.addAll(disk);
    }
    details.add(Amounts.bytes(moment.bytesPerSecond()) + "/s");
    if (moment.retrying() > 0) {
      details.add(Amounts.count(moment.retrying(), "retry", "retries"));
    }
    details.add(Amounts.count(moment.active()) + " active");
    if (moment.missing() > 0) {
      details.add(Amounts.count(moment.missing()) + " not stored");
    }
    details.add(Amounts.count(moment.waiting()) + " waiting");
    if (!moment.mayFillDisk()) {
      details.addAll(disk);
    }
    details.addAll(hosts);
    return details;
  }
}
