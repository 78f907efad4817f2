package photocat.job.download;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.fetch.FetchSettings;

/**
 * The files of a manifest that a run is to look at. Works on the session of the caller, who closes
 * it.
 */
final class PendingFiles {
  private final Session session;
  private final int manifestId;
  private final String root;
  private final Map<String, Object> wishes;
  private final Map<String, Object> which;

  private PendingFiles(
      Session session,
      int manifestId,
      String root,
      Instant now,
      boolean everyOne,
      boolean privateHosts,
      boolean optedOut) {
    this.session = session;
    this.manifestId = manifestId;
    this.root = root;
    this.wishes =
        Map.of(
            "manifest_id", manifestId,
            "root", root,
            "every_one", everyOne,
            "private_hosts", privateHosts,
            "opted_out", optedOut);
    this.which = with(wishes, Map.of("now", now));
    session.run("download/define_wanted");
    session.run("download/define_pending");
  }

  /** What a download with these settings is to fetch into {@code root}. */
  static PendingFiles toFetch(
      Session session, int manifestId, String root, FetchSettings settings, Instant now) {
    return new PendingFiles(
        session,
        manifestId,
        root,
        now,
        false,
        settings.allowPrivateHosts(),
        settings.politeness().ignoreOptOut());
  }

  /** All that no row says is in {@code root}. */
  static PendingFiles notKnown(Session session, int manifestId, String root, Instant now) {
    return new PendingFiles(session, manifestId, root, now, true, true, true);
  }

  /** Returns how many there are, or somewhat more: those whose host named a time count too. */
  long count() {
    return session.list("download/count_pending", wishes, row -> row.number("files")).get(0);
  }

  /** Returns the number of the manifest's last row. */
  long lastId() {
    return session
        .list("download/last_file", Map.of("manifest_id", manifestId), row -> row.number("file_id"))
        .get(0);
  }

  /**
   * Returns the first {@code rows} files of the photos whose first row has a number from {@code
   * firstId} to {@code lastId}, those of a photo one after the other.
   */
  List<Row> page(long firstId, long lastId, int rows) {
    return session.list(
        "download/pending_page",
        with(which, Map.of("first_id", firstId, "last_id", lastId, "rows", rows)),
        row -> row);
  }

  /**
   * Returns the first of the photos from {@code firstId} to {@code lastId} that is not surely
   * there.
   */
  Optional<Long> next(long firstId, long lastId) {
    return session
        .list(
            "download/next_pending",
            Map.of(
                "manifest_id", manifestId,
                "root", root,
                "first_id", firstId,
                "last_id", lastId),
            row -> row.optionalNumber("file_id"))
        .get(0);
  }

  /** Makes the table {@code download_pending} of all of them. */
  void keep() {
    session.run("download/make_pending", with(which, Map.of("last_id", lastId())));
  }

  private static Map<String, Object> with(Map<String, Object> values, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return all;
  }
}
