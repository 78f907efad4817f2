package photocat.job;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.Kind;
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
    try (Session writing = catalog.openSession();
        Session reading = catalog.openSession()) {
      DownloadRuns runs = new DownloadRuns(writing, clock);
      int manifestId = runs.manifest(options.manifest(), "rebuild");
      try (FilledRoot filled =
          new FilledRoot(catalog, writing, options, options.root(runs, manifestId))) {
        PhotoRoot root = filled.root();
        RootChoice.requireThere(root, "rebuild", options.manifest());
        new CrashCheck(writing, progress, cancellation, clock).run(manifestId, root, notes);
        new DownloadSums(writing).mend();
        PendingFiles pending =
            PendingFiles.notKnown(reading, manifestId, root.address(), clock.instant());
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
        String outcome = "failed";
        AdoptedFiles adopted = new AdoptedFiles(options.manifest(), root, cancellation, clock);
        try {
          adopt(adopted, batch, pending, reading);
          outcome = adopted.restored() == files ? "done" : "partial";
          if (adopted.unread() > 0) {
            notes.accept(
                "%s could not be read: %s"
                    .formatted(Amounts.count(adopted.unread(), "file"), adopted.unreadText()));
          }
          long all = runs.photos(manifestId);
          return new Report(root.address(), all, all - files, adopted.restored(), adopted.unread());
        } catch (PhotocatException e) {
          outcome = e.kind() == Kind.INTERRUPTED ? "interrupted" : outcome;
          throw e;
        } finally {
          runs.finish(runId, manifestId, outcome);
        }
      }
    }
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
