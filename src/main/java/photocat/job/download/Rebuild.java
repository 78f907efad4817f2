package photocat.job.download;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;

/**
 * Restores the states of a manifest's files from the files themselves, for a catalogue that was
 * lost or damaged: what is there, whole, and of the known hash where one is known, is adopted.
 * Nothing is fetched and no file is changed. Can be stopped and run again.
 */
public final class Rebuild {
  private final Catalog catalog;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  /** A rebuild of rows of {@code catalog}, which stays open. */
  public Rebuild(
      Catalog catalog, Progress progress, Cancellation cancellation, InstantSource clock) {
    this.catalog = catalog;
    this.progress = progress;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param root the folder or address of the files
   * @param files rows of the manifest
   * @param known rows whose state said already that the file is there
   * @param restored rows whose state says so now
   * @param unread rows whose file may be there, but could not be read
   */
  public record Report(String root, long files, long known, long restored, long unread) {}

  /**
   * Restores the states.
   *
   * @param notes told what the user should know now
   * @throws PhotocatException of kind FAILED if there is no such manifest or folder
   */
  public Report run(DownloadOptions options, Consumer<String> notes) {
    // Ctrl-C does not cancel what is written: what has happened is kept before the end.
    try (Session writing = catalog.openSession();
        Session stoppable = catalog.openSession(cancellation)) {
      return run(options, notes, writing, stoppable);
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.INTERRUPTED ? stopped(options.manifest(), e) : e;
    }
  }

  private static PhotocatException stopped(String manifest, PhotocatException cause) {
    return PhotocatException.of(
            ExitStatus.INTERRUPTED, "rebuilding %s was stopped".formatted(manifest), cause)
        .withHint("'download rebuild %s' goes on".formatted(manifest));
  }

  private Report run(
      DownloadOptions options, Consumer<String> notes, Session writing, Session stoppable) {
    DownloadRuns runs = new DownloadRuns(writing, clock);
    int manifestId = new DownloadRuns(stoppable, clock).manifest(options.manifest(), "rebuild");
    try (FilledRoot filled =
        new FilledRoot(catalog, writing, options, options.root(runs, manifestId))) {
      PhotoRoot root = filled.root();
      RootChoice.requireThere(root, "rebuild", options.manifest());
      new CrashCheck(stoppable, progress, cancellation, clock).run(manifestId, filled, notes);
      new DownloadSums(stoppable).mend();
      PendingFiles pending =
          PendingFiles.notKnown(stoppable, manifestId, root.address(), clock.instant());
      long files = pending.count();
      int runId;
      synchronized (catalog) {
        runId = runs.begin(manifestId, root.address());
      }
      filled.begin(manifestId);
      EventBatch batch =
          EventBatch.of(
              catalog,
              writing,
              root,
              new EventBatch.RunNumber(runId, manifestId),
              options.settings().store().minFreeBytes(),
              cancellation,
              notes);
      AdoptedFiles adopted = new AdoptedFiles(options.manifest(), root, cancellation, clock);
      String outcome = "failed";
      try {
        adopt(adopted, batch, pending, stoppable);
        outcome = adopted.restored() == files ? "done" : "partial";
        return report(root, adopted, runs.photos(manifestId), files, notes);
      } catch (PhotocatException e) {
        outcome = e.kind() == ExitStatus.INTERRUPTED ? "interrupted" : outcome;
        throw e;
      } finally {
        runs.finish(runId, manifestId, outcome);
      }
    }
  }

  private static Report report(
      PhotoRoot root, AdoptedFiles adopted, long all, long files, Consumer<String> notes) {
    if (adopted.unread() > 0) {
      notes.accept(
          "%s could not be read: %s"
              .formatted(Amounts.count(adopted.unread(), "file"), adopted.unreadText()));
    }
    return new Report(root.address(), all, all - files, adopted.restored(), adopted.unread());
  }

  private void adopt(
      AdoptedFiles adopted, EventBatch batch, PendingFiles pending, Session reading) {
    try (Progress.Step step =
            progress.start("reading what is there", Progress.Unit.FILES, pending.count());
        PendingPhotos photos = new PendingPhotos(reading, pending, UnaryOperator.identity());
        DownloadEvents events = new DownloadEvents(batch)) {
      adopted.addAll(photos, events, step);
    }
  }
}
