package photocat.job.gbif;

import java.util.List;
import java.util.stream.Stream;
import photocat.http.Timekeeper;
import photocat.model.PhotocatException;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;

/** Follows downloads that GBIF works on. */
public final class GbifDownloads {
  private final GbifOffice office;

  /** Follows them on behalf of {@code office}. */
  public GbifDownloads(GbifOffice office) {
    this.office = office;
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

  /** Asks GBIF how those that it was working on are, or those that are named, and keeps it. */
  public List<String> look(List<String> named) {
    GbifDesk desk = office.desk();
    return ids(desk, named).map(id -> desk.download(id).key()).toList();
  }

  /** Waits for those that GBIF works on, or for those that are named. */
  public Ended await(List<String> named) {
    GbifDesk desk = office.desk();
    List<DownloadId> ids = ids(desk, named).toList();
    GbifWait.Ended ended =
        new GbifWait(desk, Timekeeper.WALL, office.cancellation(), office.note()).until(ids);
    return new Ended(ended.ready().stream().map(Ready::of).toList(), ended.failures());
  }

  /** Has GBIF end one, and returns its status then. */
  public String cancel(String named) {
    return office.desk().cancel(GbifDesk.named(named), office.account()).status();
  }

  private static Stream<DownloadId> ids(GbifDesk desk, List<String> named) {
    return named.isEmpty() ? desk.goingOn().stream() : named.stream().map(GbifDesk::named);
  }
}
