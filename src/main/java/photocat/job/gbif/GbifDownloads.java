package photocat.job.gbif;

import java.util.List;
import photocat.http.Timekeeper;
import photocat.model.PhotocatException;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;

/** Follows downloads that GBIF works on. */
public final class GbifDownloads {
  private final GbifContext gbif;

  /** Follows them in the context {@code gbif}. */
  public GbifDownloads(GbifContext gbif) {
    this.gbif = gbif;
  }

  /**
   * A download whose file is there.
   *
   * @param citedAs its DOI as an address
   */
  public record Ready(String key, String format, long sizeBytes, long records, String citedAs) {
    private static Ready of(Download download) {
      return new Ready(
          download.key(),
          download.format(),
          download.sizeBytes(),
          download.totalRecords(),
          download.citedAs());
    }
  }

  /**
   * How waiting ended.
   *
   * @param failures why some have no file
   */
  public record Ended(List<Ready> ready, List<PhotocatException> failures) {
    /** Copies the lists. */
    public Ended {
      ready = List.copyOf(ready);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Asks GBIF how downloads are, keeps it, and returns their keys.
   *
   * @param named those, which must be there; empty: those that it was working on
   */
  public List<String> look(List<String> named) {
    DownloadTracker tracker = gbif.tracker();
    if (!named.isEmpty()) {
      return named.stream().map(one -> tracker.download(DownloadTracker.named(one)).key()).toList();
    }
    List<DownloadId> before = tracker.goingOn();
    for (DownloadId id : before) {
      if (tracker.find(id).isEmpty()) {
        gbif.note().accept("GBIF knows download %s no more".formatted(id.text()));
      }
    }
    return before.stream().map(DownloadId::text).toList();
  }

  /** Waits for those that GBIF works on, or for those that are named. */
  public Ended await(List<String> named) {
    DownloadTracker tracker = gbif.tracker();
    List<DownloadId> ids =
        named.isEmpty() ? tracker.goingOn() : named.stream().map(DownloadTracker::named).toList();
    GbifWait.Ended ended =
        new GbifWait(tracker, Timekeeper.WALL, gbif.cancellation(), gbif.note()).until(ids);
    return new Ended(ended.ready().stream().map(Ready::of).toList(), ended.failures());
  }

  /** Has GBIF end one, and returns its status then. */
  public String cancel(String named) {
    return gbif.tracker().cancel(DownloadTracker.named(named), gbif.account()).status();
  }
}
