package photocat.job.collect;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.file.Outputs;
import photocat.job.Jobs;
import photocat.job.LiveSettings;
import photocat.job.Progress;
import photocat.job.download.Download;
import photocat.job.download.DownloadOptions;
import photocat.job.download.DownloadReport;
import photocat.job.download.DownloadWatcher;
import photocat.job.export.AttributionExport;
import photocat.job.export.CreditForm;
import photocat.job.ingest.BundleChoice;
import photocat.job.ingest.InatIngest;
import photocat.job.manifest.ManifestBuild;
import photocat.job.manifest.ManifestDefinition;
import photocat.job.manifest.ManifestReuse;
import photocat.job.names.ColumnChoice;
import photocat.job.names.MatchOptions;
import photocat.job.names.NameMatch;
import photocat.job.names.Shortlist;
import photocat.job.verify.Verify;
import photocat.job.verify.VerifyReport;
import photocat.model.Amounts;
import photocat.model.Cancellation;

/**
 * The whole job at one go, from a list of names to photos and credits. Every step can be run again
 * and does what is missing, so a collect that was stopped goes on where it was.
 */
public final class Collect {
  private static final String SPELT_BY_LIST = "accepted";

  private final Catalog catalog;
  private final Jobs jobs;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  /**
   * A collect into {@code catalog}, which stays open; its download shares servers with others of
   * {@code jobs}.
   */
  public Collect(
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

  /**
   * What to collect.
   *
   * @param file the file of names
   * @param list name of the list; empty for that of the file
   * @param columns where in it the names are
   * @param bundle read if the catalogue has no snapshot
   * @param match which taxa a spelling may mean
   * @param choice which photos are chosen; its name is the manifest's, its lists those of the file
   * @param download where from and where to; its manifest is that of {@code choice}
   * @param attribution the CSV file for the credits
   * @param credit how they are worded
   * @param outputs opens it
   */
  public record Request(
      Path file,
      Optional<String> list,
      ColumnChoice columns,
      BundleChoice bundle,
      MatchOptions match,
      ManifestDefinition choice,
      DownloadOptions download,
      AttributionExport.Target attribution,
      CreditForm credit,
      Outputs outputs) {}

  /**
   * What became of it.
   *
   * @param names how the spellings ended
   * @param chosen the manifest
   * @param download the photos
   * @param verified the files
   * @param credits rows of the attribution file
   */
  public record Report(
      NameMatch.Summary names,
      ManifestBuild.Summary chosen,
      DownloadReport download,
      VerifyReport verified,
      AttributionExport.Written credits) {}

  /**
   * Runs all steps.
   *
   * @param steps told in one line what each step came to, when it ends
   */
  public Report run(Request request, Consumer<String> steps) {
    AttributionExport export =
        new AttributionExport(catalog, request.outputs(), request.credit(), cancellation);
    export.requireWritable(request.attribution());
    NameMatch.Summary names;
    ManifestBuild.Summary chosen;
    try (Session session = catalog.openSession(cancellation)) {
      takeIn(session, request, steps);
      names = new NameMatch(session).run(request.match(), clock.instant());
      ManifestReuse.Version version =
          new ManifestReuse(session).build(request.choice(), clock.instant());
      chosen = version.summary();
      steps.accept(
          "match: %s of %s reached"
              .formatted(
                  Amounts.count(chosen.matched()),
                  Amounts.count(chosen.shortlisted(), "taxon", "taxa")));
      steps.accept(
          "manifest %s: %s of %s"
              .formatted(
                  request.choice().name(),
                  Amounts.count(chosen.photos(), "photo"),
                  Amounts.count(chosen.taxa(), "taxon", "taxa")));
      if (!version.before().isEmpty()) {
        steps.accept("manifest %s: %s".formatted(request.choice().name(), version.before()));
      }
    }
    DownloadReport download =
        new Download(catalog, jobs, progress, cancellation, clock)
            .run(request.download(), new LiveSettings(), DownloadWatcher.ofNotes(steps));
    steps.accept(
        "download: %s fetched, %s found there, %s missing"
            .formatted(
                Amounts.count(download.fetched()),
                Amounts.count(download.adopted()),
                Amounts.count(download.files() - download.stored())));
    VerifyReport verified =
        new Verify(catalog, progress, cancellation, clock)
            .run(new Verify.Request(request.choice().name(), request.download().root(), false));
    AttributionExport.Written credits =
        export.write(request.choice().name(), request.attribution());
    return new Report(names, chosen, download, verified, credits);
  }

  private void takeIn(Session session, Request request, Consumer<String> steps) {
    Row before = session.list("collect/state", Map.of(), row -> row).get(0);
    if (before.number("snapshots") == 0) {
      InatIngest.Ingested ingested =
          new InatIngest(session, cancellation, progress, clock).run(request.bundle());
      steps.accept(
          "ingest: %s from %s, %s rejected"
              .formatted(
                  Amounts.count(ingested.photos(), "photo"),
                  ingested.origin(),
                  Amounts.count(ingested.rejectedRows(), "row")));
    }
    Shortlist.Loaded loaded =
        new Shortlist(session)
            .load(
                request.file(), request.list(), request.columns(), SPELT_BY_LIST, clock.instant());
    steps.accept(
        "shortlist: %s in %s (%s), %s rejected"
            .formatted(
                Amounts.count(loaded.taxa(), "taxon", "taxa"),
                request.file().getFileName(),
                loaded.changes(),
                Amounts.count(loaded.rejected(), "row")));
    steps.accept("shortlist: " + loaded.columns());
    loaded.warnings().forEach(warning -> steps.accept("shortlist: " + warning));
  }
}
