package photocat.job.download;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.store.FreeSpace;
import photocat.store.PhotoRoot;
import photocat.store.RunParts;

/**
 * Tells what a download would fetch, without fetching or writing anything.
 *
 * @param root the folder or address that it would fill
 * @param files rows whose file is not known to be there
 * @param foundFiles of these, those whose file is there all the same, and would be checked only
 * @param photos to fetch
 * @param guessedPhotos of these, those of a host that nothing was fetched from
 * @param sizeBytes what they come to, by the mean of those that were fetched
 * @param bytesPerSecond the speed asked for or of the last download; empty if neither is known
 * @param freeBytes on the volume of the folder; empty for a bucket
 * @param reserveBytes of these, what a download leaves free
 * @param unread what could not be looked at though photos may be there, which count as to be
 *     fetched; a few by name
 * @param passedOver what else could not be looked at
 */
public record DownloadPlan(
    String root,
    long files,
    long foundFiles,
    long photos,
    long guessedPhotos,
    long sizeBytes,
    OptionalLong bytesPerSecond,
    OptionalLong freeBytes,
    long reserveBytes,
    String unread,
    String passedOver) {

  /**
   * Makes the plan of a download.
   *
   * @param speed bytes a second, empty for that of the last download
   * @throws PhotocatException of kind FAILED if there is no such manifest
   */
  public static DownloadPlan of(
      Catalog catalog, DownloadOptions options, OptionalLong speed, Cancellation cancellation) {
    try (Session session = catalog.openSession(cancellation)) {
      DownloadRuns runs = new DownloadRuns(session, InstantSource.system());
      int manifestId = runs.manifest(options.manifest(), "download");
      try (PhotoRoot root = options.open(options.root(runs, manifestId), RunParts.ofNobody())) {
        VanishedRoot.refuse(session, runs, options.manifest(), manifestId, root);
        PendingFiles.toFetch(
                session, manifestId, root.address(), options.fetchSettings(), Instant.now())
            .keep();
        FoundFiles.list(session, root, cancellation);
        Row plan = session.list("download/plan", Map.of(), row -> row).get(0);
        UnreadNames unread = new UnreadNames();
        UnreadNames passedOver = new UnreadNames();
        UnreadNames.sort(session, "download/unread", unread, passedOver);
        FreeSpace room = root.room();
        return new DownloadPlan(
            root.address(),
            plan.number("files"),
            plan.number("found_files"),
            plan.number("photos"),
            plan.number("guessed_photos"),
            plan.number("size_bytes"),
            speed.isPresent() ? speed : measured(session),
            room.left(),
            room.reserveBytes(),
            unread.text(),
            passedOver.text());
      }
    }
  }

  /** Returns how long it would take; empty if no speed is known. */
  public OptionalLong seconds() {
    return bytesPerSecond.isPresent()
        ? OptionalLong.of((sizeBytes + bytesPerSecond.getAsLong() - 1) / bytesPerSecond.getAsLong())
        : OptionalLong.empty();
  }

  /** Tells whether the download would end without a pause for want of room. */
  public boolean fits() {
    return freeBytes.isEmpty() || freeBytes.getAsLong() - sizeBytes >= reserveBytes;
  }

  private static OptionalLong measured(Session session) {
    return session
        .first("download/measured_speed", Map.of(), row -> row.number("bytes_per_second"))
        .filter(speed -> speed > 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
