package photocat.job.download;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.fetch.FetchLimits;
import photocat.fetch.FetchSettings;
import photocat.fetch.FetchState;
import photocat.fetch.FetchSummary;
import photocat.fetch.PhotoFetcher;
import photocat.job.Jobs;
import photocat.job.LiveSettings;
import photocat.job.Progress;
import photocat.job.download.DownloadReport.Missing;
import photocat.job.manifest.PhotoUrls;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;

/**
 * Fetches the photos of a manifest that are not there yet, and keeps what happens to each file as
 * events. Can be stopped and run again at any time.
 */
public final class Download {
  private final Catalog catalog;
  private final Jobs jobs;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  /**
   * A download into the rows of {@code catalog}, which stays open; it shares servers with others of
   * {@code jobs}.
   */
  public Download(
      Catalog catalog,
      Jobs jobs,
      Progress progress,
      Cancellation cancellation,
      InstantSource clock) {
    this.catalog = catalog;
    this.jobs = jobs;
    this.progress = progress;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** What to ask, and how. */
  private record FetchPlan(
      String manifest,
      FetchLimits limits,
      long minFreeBytes,
      UnaryOperator<String> address,
      boolean replaceForeign) {
    static FetchPlan of(DownloadOptions options) {
      UnaryOperator<String> address =
          options
              .photoBaseUrl()
              .<UnaryOperator<String>>map(base -> new PhotoUrls(base)::moved)
              .orElse(UnaryOperator.identity());
      return new FetchPlan(
          options.manifest(),
          new FetchLimits(options.fetchSettings()),
          options.settings().store().minFreeBytes(),
          address,
          options.replaceForeign());
    }
  }

  /** One run under plan. */
  private record Run(int runId, int manifestId, PhotoRoot root) {}

  /**
   * Fetches all photos that are neither there nor known to be unavailable.
   *
   * @throws PhotocatException of kind FAILED if there is no such manifest or its root cannot be
   *     written; of kind INTERRUPTED if it was stopped
   */
  public DownloadReport run(DownloadOptions options) {
    return run(options, new LiveSettings(), DownloadWatcher.NOBODY);
  }

  /**
   * The same; {@code live} lets others change how hard servers are asked meanwhile, {@code watcher}
   * hears how it goes.
   */
  public DownloadReport run(DownloadOptions options, LiveSettings live, DownloadWatcher watcher) {
    FetchPlan plan = FetchPlan.of(options);
    DownloadSettings.offer(plan.limits(), live);
    // Ctrl-C does not cancel this session: what has happened is written before the end.
    try (Session session = catalog.openSession()) {
      DownloadRuns runs = new DownloadRuns(session, clock);
      int manifestId = runs.manifest(options.manifest(), "download");
      new DownloadSums(session).mend();
      DownloadContact.require(session, manifestId, options);
      try (FilledRoot filled =
          new FilledRoot(catalog, session, options, options.root(runs, manifestId))) {
        PhotoRoot root = filled.root();
        VanishedRoot.refuse(session, runs, options.manifest(), manifestId, root);
        root.prepare();
        new CrashCheck(session, progress, cancellation, clock)
            .run(manifestId, filled, watcher.notes());
        Run run = begin(runs, manifestId, root);
        filled.begin(manifestId);
        return run(options, plan, run, runs, session, watcher);
      }
    }
  }

  private DownloadReport run(
      DownloadOptions options,
      FetchPlan plan,
      Run run,
      DownloadRuns runs,
      Session session,
      DownloadWatcher watcher) {
    try {
      if (options.retryRefused()) {
        releaseRefused(session, run);
      }
      FetchSummary summary = fetch(plan, run, session, watcher);
      DownloadReport report = report(session, run, summary);
      requireNotStopped(options.manifest(), summary);
      runs.finish(run.runId(), run.manifestId(), report.missing().isEmpty() ? "done" : "partial");
      return report;
    } catch (RuntimeException e) {
      finish(session, runs, run, e);
      throw e;
    }
  }

  /** What made the run fail may keep its end from being written too; the next start does it. */
  private void finish(Session session, DownloadRuns runs, Run run, RuntimeException cause) {
    boolean stopped =
        cause instanceof PhotocatException known && known.kind() == ExitStatus.INTERRUPTED;
    try {
      Map<String, Object> values = Map.of("manifest_id", run.manifestId(), "now", clock.instant());
      addEvents(session, "download/release_active", values);
      runs.finish(run.runId(), run.manifestId(), stopped ? "interrupted" : "failed");
    } catch (PhotocatException e) {
      cause.addSuppressed(e);
    }
  }

  private Run begin(DownloadRuns runs, int manifestId, PhotoRoot root) {
    // Two downloads that begin at the same moment would get the same number.
    synchronized (catalog) {
      return new Run(runs.begin(manifestId, root.address()), manifestId, root);
    }
  }

  private void releaseRefused(Session session, Run run) {
    addEvents(
        session,
        "download/retry",
        Map.of("run_id", run.runId(), "manifest_id", run.manifestId(), "now", clock.instant()));
  }

  private static void addEvents(Session session, String statement, Map<String, Object> values) {
    session.transaction(() -> new DownloadSums(session).book(() -> session.run(statement, values)));
  }

  private FetchSummary fetch(FetchPlan plan, Run run, Session writing, DownloadWatcher watcher) {
    FetchSettings settings = plan.limits().settings();
    try (Session reading = catalog.openSession();
        Session writingHosts = catalog.openSession()) {
      PendingFiles pending =
          PendingFiles.toFetch(
              reading, run.manifestId(), run.root().address(), settings, clock.instant());
      long files = pending.count();
      DownloadCount count = new DownloadCount(files);
      try (Progress.Step step =
              progress.start("downloading " + plan.manifest(), Progress.Unit.PHOTOS, files);
          DownloadTicker beat =
              new DownloadTicker(
                  count, step, watcher.moments(), () -> run.root().room().left(), clock);
          PendingPhotos photos =
              new PendingPhotos(reading, pending, plan.address(), plan.replaceForeign());
          DownloadEvents events = new DownloadEvents(batch(plan, run, writing, watcher));
          DownloadHosts hosts = new DownloadHosts(writingHosts, run.runId(), clock)) {
        DownloadListener listener =
            new DownloadListener(photos, events, hosts, count, beat, watcher.notes(), clock);
        return new PhotoFetcher(plan.limits(), run.root(), jobs.servers())
            .run(photos, hosts::past, listener, cancellation);
      }
    }
  }

  private EventBatch batch(FetchPlan plan, Run run, Session writing, DownloadWatcher watcher) {
    return EventBatch.of(
        catalog,
        writing,
        run.root(),
        new EventBatch.RunNumber(run.runId(), run.manifestId()),
        plan.minFreeBytes(),
        cancellation,
        watcher.notes());
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
                row.text("state"),
                row.optionalText("reason").orElse(""),
                row.number("files"),
                row.instant("not_before")));
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

  private static void requireNotStopped(String manifest, FetchSummary summary) {
    if (summary.cancelled()) {
      long stored = summary.count(FetchState.DONE) + summary.count(FetchState.ADOPTED);
      throw PhotocatException.of(
              ExitStatus.INTERRUPTED,
              "the download of %s was stopped after %s"
                  .formatted(manifest, Amounts.count(stored, "photo")))
          .withHint("'download start %s' goes on".formatted(manifest));
    }
  }
}
