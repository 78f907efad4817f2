package photocat.job;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.fetch.FetchLimits;
import photocat.fetch.FetchState;
import photocat.fetch.FetchSummary;
import photocat.fetch.PhotoFetcher;
import photocat.job.DownloadReport.Missing;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.StoreAddress;

/**
 * Fetches the photos of a manifest that are not there yet, and keeps what happens to each file as
 * events. Can be stopped and run again at any time.
 */
public final class Download {
  private final Catalog catalog;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  /** A download into the rows of {@code catalog}, which stays open. */
  public Download(
      Catalog catalog, Progress progress, Cancellation cancellation, InstantSource clock) {
    this.catalog = catalog;
    this.progress = progress;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** What to ask, and how. */
  private record Way(String manifest, FetchLimits limits, UnaryOperator<String> address) {
    static Way of(DownloadOptions options) {
      UnaryOperator<String> address =
          options
              .photoBaseUrl()
              .<UnaryOperator<String>>map(base -> new PhotoUrls(base)::moved)
              .orElse(UnaryOperator.identity());
      return new Way(options.manifest(), new FetchLimits(options.fetchSettings()), address);
    }
  }

  /** One run under way. */
  private record Run(int runId, int manifestId, PhotoRoot root) {}

  /**
   * Fetches all photos that are neither there nor known to be unavailable.
   *
   * @throws PhotocatException of kind FAILED if there is no such manifest or its root cannot be
   *     written; of kind INTERRUPTED if it was stopped
   */
  public DownloadReport run(DownloadOptions options) {
    return run(options, new LiveSettings());
  }

  /** The same; {@code live} lets others change how hard servers are asked meanwhile. */
  public DownloadReport run(DownloadOptions options, LiveSettings live) {
    Way way = Way.of(options);
    DownloadSettings.offer(way.limits(), live);
    // Ctrl-C does not cancel this session: what has happened is written before the end.
    try (Session session = catalog.openSession();
        PhotoRoot root = root(session, options).open(options.root().region())) {
      DownloadRuns runs = new DownloadRuns(session, clock);
      Run run = begin(runs, options, root);
      String outcome = "failed";
      try {
        if (options.retryRefused()) {
          releaseRefused(session, run);
        }
        FetchSummary summary = fetch(way, run, session);
        DownloadReport report = report(session, run, summary);
        outcome = outcome(summary, report);
        requireNotStopped(options.manifest(), summary);
        return report;
      } finally {
        runs.finish(run.runId(), run.manifestId(), outcome);
      }
    }
  }

  /**
   * Returns the root that {@link #run} would fill.
   *
   * @throws PhotocatException of kind FAILED if there is no such manifest
   */
  public static String root(Catalog catalog, DownloadOptions options) {
    try (Session session = catalog.openSession()) {
      return root(session, options).text();
    }
  }

  private static StoreAddress root(Session session, DownloadOptions options) {
    DownloadRuns runs = new DownloadRuns(session, InstantSource.system());
    int manifestId = runs.manifest(options.manifest(), "download");
    return options
        .root()
        .address()
        .or(() -> runs.lastRoot(manifestId))
        .orElseGet(() -> StoreAddress.of(options.defaultRoot()));
  }

  private Run begin(DownloadRuns runs, DownloadOptions options, PhotoRoot root) {
    int manifestId = runs.manifest(options.manifest(), "download");
    root.prepare();
    if (runs.closeStale(manifestId)) {
      removeParts(root);
    }
    // Two downloads that begin at the same moment would get the same number.
    synchronized (catalog) {
      return new Run(runs.begin(manifestId, root.address()), manifestId, root);
    }
  }

  private static void removeParts(PhotoRoot root) {
    try {
      root.removeParts();
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot remove what an interrupted run left in %s: %s"
              .formatted(root.address(), FailureReason.of(e)),
          e);
    }
  }

  private void releaseRefused(Session session, Run run) {
    session.run(
        "download/retry",
        Map.of("run_id", run.runId(), "manifest_id", run.manifestId(), "now", clock.instant()));
  }

  private FetchSummary fetch(Way way, Run run, Session writing) {
    try (Session reading = catalog.openSession()) {
      reading.run(
          "download/make_pending",
          Map.of(
              "manifest_id", run.manifestId(),
              "root", run.root().address(),
              "allow_private_hosts", way.limits().settings().allowPrivateHosts()));
      long files =
          reading.list("download/count_pending", Map.of(), row -> row.number("files")).get(0);
      try (Progress.Step step =
              progress.start("downloading " + way.manifest(), Progress.Unit.PHOTOS, files);
          PendingPhotos photos = new PendingPhotos(reading, run.manifestId(), way.address());
          DownloadEvents events = new DownloadEvents(writing, run.runId(), run.manifestId())) {
        return new PhotoFetcher(way.limits(), run.root())
            .run(photos, new DownloadListener(photos, events, step, clock), cancellation);
      }
    }
  }

  private static DownloadReport report(Session session, Run run, FetchSummary summary) {
    long files = 0;
    long stored = 0;
    List<Missing> missing = new ArrayList<>();
    for (Row row :
        session.list("download/summary", Map.of("manifest_id", run.manifestId()), row -> row)) {
      files += row.number("files");
      if (FetchState.of(row.text("state")).isStored()) {
        stored += row.number("files");
      } else {
        missing.add(
            new Missing(
                row.text("state"), row.optionalText("reason").orElse(""), row.number("files")));
      }
    }
    return new DownloadReport(
        run.root().address(),
        files,
        stored,
        summary.count(FetchState.DONE),
        summary.count(FetchState.ADOPTED),
        summary.fetchedBytes(),
        summary.elapsed(),
        missing);
  }

  private static String outcome(FetchSummary summary, DownloadReport report) {
    if (summary.cancelled()) {
      return "interrupted";
    }
    return report.missing().isEmpty() ? "done" : "partial";
  }

  private static void requireNotStopped(String manifest, FetchSummary summary) {
    if (summary.cancelled()) {
      long stored = summary.count(FetchState.DONE) + summary.count(FetchState.ADOPTED);
      throw PhotocatException.of(
              Kind.INTERRUPTED,
              "the download of %s was stopped after %s"
                  .formatted(manifest, Amounts.count(stored, "photo")))
          .withHint("'download start %s' goes on".formatted(manifest));
    }
  }
}
