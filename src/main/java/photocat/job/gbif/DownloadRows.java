package photocat.job.gbif;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadRequest;

/** The downloads of GBIF that the catalogue knows. One thread at a time. */
final class DownloadRows {
  private static final String KEY = "download_key";

  private final Session session;

  DownloadRows(Session session) {
    this.session = session;
  }

  /** Returns the key of the newest download that was asked for in the same words. */
  Optional<String> of(DownloadRequest request) {
    return session.first(
        "gbif/same_request",
        Map.of(
            "predicate", request.predicate(),
            "format", request.format(),
            "checklist_key", request.checklist()),
        row -> row.text(KEY));
  }

  /**
   * Who asked for what.
   *
   * @param askedFor a file or a list
   * @param user of GBIF
   * @param release of the checklist, where names were looked up in it
   */
  record Origin(String askedFor, String user, Optional<String> release) {}

  void add(String key, DownloadRequest request, Origin origin, Instant now) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put(KEY, key);
    row.put("format", request.format());
    row.put("predicate", request.predicate());
    row.put("checklist_key", request.checklist());
    row.put("checklist_release", origin.release().orElse(null));
    row.put("asked_for", origin.askedFor());
    row.put("requested_by", origin.user());
    row.put("requested_at", now);
    session.run("gbif/add_request", row);
  }

  /** Keeps what GBIF says of a download, also of one that was asked for elsewhere. */
  void see(Download download, Instant now) {
    Download.About about = download.about();
    Map<String, @Nullable Object> added = new HashMap<>();
    added.put(KEY, download.key());
    added.put("status", download.status());
    added.put("format", download.format());
    added.put("predicate", about.predicate().orElse(null));
    added.put("checklist_key", about.checklist().orElse(null));
    added.put("seen_at", now);
    session.run("gbif/add_download", added);
    Map<String, @Nullable Object> seen = new HashMap<>();
    seen.put(KEY, download.key());
    seen.put("status", download.status());
    seen.put("doi", download.doi().orElse(null));
    seen.put("license", about.license().orElse(null));
    seen.put("link", download.link());
    seen.put("size_bytes", download.sizeBytes());
    seen.put("total_records", download.totalRecords());
    seen.put("datasets", about.datasets());
    seen.put("created_at", about.created().orElse(null));
    seen.put("modified_at", about.modified().orElse(null));
    seen.put("erase_after", about.eraseAfter().orElse(null));
    seen.put("seen_at", now);
    session.run("gbif/see_download", seen);
  }

  /** Keeps that GBIF knows a download no more. */
  void lose(String key, Instant now) {
    session.run("gbif/lose_download", Map.of(KEY, key, "seen_at", now));
  }

  boolean hasCitation(String key) {
    return session
        .first("gbif/citation", Map.of(KEY, key), row -> row.text("citation"))
        .isPresent();
  }

  void cite(String key, String citation) {
    session.run("gbif/cite_download", Map.of(KEY, key, "citation", citation));
  }

  void fetched(String key, long records, Instant now) {
    session.run(
        "gbif/fetched_download", Map.of(KEY, key, "loaded_records", records, "fetched_at", now));
  }

  /** Returns the keys of those that GBIF was working on, the oldest first. */
  List<String> goingOn() {
    return session.list("gbif/going_on", Map.of(), row -> row.text(KEY));
  }
}
