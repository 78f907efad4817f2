package photocat.job.gbif;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.job.gbif.GbifRequests.Sent;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;
import photocat.source.gbif.DownloadRequest;
import photocat.source.gbif.GbifAccount;
import photocat.source.gbif.GbifApi;

/** Asks GBIF for downloads and keeps what it says of them. One thread at a time. */
final class DownloadTracker {
  private final GbifApi api;
  private final DownloadRows rows;
  private final InstantSource clock;

  /** A tracker that keeps in the catalogue of {@code session}, which the caller closes. */
  DownloadTracker(Session session, GbifApi api, InstantSource clock) {
    this.api = api;
    this.rows = new DownloadRows(session);
    this.clock = clock;
  }

  /**
   * Returns the download that a user has named.
   *
   * @throws PhotocatException when he has named something else
   */
  static DownloadId named(String text) {
    return DownloadId.in(text)
        .orElseThrow(
            () ->
                PhotocatException.of(
                        ExitStatus.USAGE,
                        "'%s' names no download of GBIF".formatted(OneLine.of(text)))
                    .withHint(
                        "give its key, such as 0012345-261101000000000, its page, or its DOI,"
                            + " such as 10.15468/dl.hx3uzz"));
  }

  /**
   * Sends a request, unless the same was sent before and its file is there, or on its way.
   *
   * @param askedFor file or list that it is of
   * @param release of the checklist that names were looked up in
   * @param again whether to send it in any case
   */
  Sent request(
      DownloadRequest request,
      GbifAccount account,
      String askedFor,
      Optional<String> release,
      boolean again) {
    Optional<Download> known = again ? Optional.empty() : known(request);
    if (known.isPresent()) {
      return new Sent(known.get().key(), false, OneLine.of(known.get().status()));
    }
    String key = api.request(request.body(Optional.of(account)), account);
    rows.add(
        key,
        request,
        new DownloadRows.Origin(askedFor, account.credentials().user(), release),
        clock.instant());
    return new Sent(key, true, "PREPARING");
  }

  /** GBIF may have ended it, or erased its file, since it was seen last. */
  private Optional<Download> known(DownloadRequest request) {
    return rows.of(request)
        .flatMap(key -> find(new DownloadId(key)))
        .filter(found -> found.isReady() || found.goesOn());
  }

  /** Returns what GBIF says of a download now, and keeps it; empty where it knows none. */
  Optional<Download> find(DownloadId id) {
    Optional<Download> found = api.find(id);
    found.ifPresentOrElse(this::keep, () -> rows.lose(id.text(), clock.instant()));
    return found;
  }

  /**
   * The same of one that must be there.
   *
   * @throws PhotocatException when GBIF knows none
   */
  Download download(DownloadId id) {
    Download found = api.download(id);
    keep(found);
    return found;
  }

  private void keep(Download download) {
    rows.see(download, clock.instant());
    if (download.isReady() && !rows.hasCitation(download.key())) {
      api.citation(download.key()).ifPresent(text -> rows.cite(download.key(), text));
    }
  }

  /** Has GBIF end a download, and returns what it says of it then. */
  Download cancel(DownloadId id, GbifAccount account) {
    Download before = download(id);
    if (!before.goesOn()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "GBIF works no more on download %s (%s)"
                  .formatted(before.key(), OneLine.of(before.status())))
          .withHint("there is nothing to cancel");
    }
    api.cancel(new DownloadId(before.key()), account);
    return download(id);
  }

  /** Keeps that a download has been taken in. */
  void fetched(Download download, long records) {
    rows.fetched(download.key(), records, clock.instant());
  }

  /** Returns those that GBIF was working on when it was asked last, the oldest first. */
  List<DownloadId> goingOn() {
    return rows.goingOn().stream().map(DownloadId::new).toList();
  }
}
