package photocat.job;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.fetch.Adoption;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchState;
import photocat.fetch.Transfer;
import photocat.image.PhotoFacts;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.PhotoStore;

/**
 * Restores the states of a manifest's files from the files themselves, for a catalogue that was
 * lost or damaged: what is there, whole, and of the known hash where one is known, is adopted.
 * Nothing is fetched and no file is changed. Can be stopped and run again.
 */
public final class Rebuild {
  private static final int CHUNK = 1_000;

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
   */
  public record Report(String root, long files, long known, long restored) {}

  /** A photo and what is there of it. */
  private record Found(FetchRequest request, Optional<PhotoFacts> photo) {}

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
      try (PhotoRoot root = options.openRoot(runs, manifestId)) {
        RootChoice.requireThere(root, "rebuild", options.manifest());
        new CrashCheck(writing, progress, cancellation, clock)
            .run(manifestId, options.root().region())
            .ifPresent(notes);
        new DownloadSums(writing).mend();
        PendingFiles pending =
            PendingFiles.notKnown(reading, manifestId, root.address(), clock.instant());
        long files = pending.count();
        int runId;
        synchronized (catalog) {
          runId = runs.begin(manifestId, root.address());
        }
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
        try {
          long restored = adoptAll(reading, batch, root, pending, files);
          outcome = restored == files ? "done" : "partial";
          long all = runs.photos(manifestId);
          return new Report(root.address(), all, all - files, restored);
        } catch (PhotocatException e) {
          outcome = e.kind() == Kind.INTERRUPTED ? "interrupted" : outcome;
          throw e;
        } finally {
          runs.finish(runId, manifestId, outcome);
        }
      }
    }
  }

  private long adoptAll(
      Session reading, EventBatch batch, PhotoStore store, PendingFiles pending, long files) {
    Adoption adoption = new Adoption(store);
    long restored = 0;
    long looked = 0;
    try (Progress.Step step = progress.start("reading what is there", Progress.Unit.FILES, files);
        PendingPhotos photos = new PendingPhotos(reading, pending, UnaryOperator.identity());
        DownloadEvents events = new DownloadEvents(batch)) {
      while (photos.hasNext()) {
        cancellation.check("the rebuild");
        List<FetchRequest> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && photos.hasNext()) {
          chunk.add(photos.next());
        }
        // Reading and hashing are the work: all processors take part.
        List<Found> found =
            chunk.parallelStream().map(each -> new Found(each, adopt(adoption, each))).toList();
        for (Found each : found) {
          List<Long> ids = photos.take(each.request());
          looked += ids.size();
          restored += each.photo().map(photo -> add(events, each.request(), ids, photo)).orElse(0);
        }
        step.at(looked, List.of());
      }
    }
    return restored;
  }

  private static Optional<PhotoFacts> adopt(Adoption adoption, FetchRequest request) {
    try {
      return adoption.adopt(request);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot read %s: %s".formatted(request.names().get(0), FailureReason.of(e)),
          e);
    }
  }

  private int add(DownloadEvents events, FetchRequest request, List<Long> files, PhotoFacts photo) {
    Stored stored = new Stored(FetchState.ADOPTED, photo, Transfer.NONE);
    events.add(files, request, Optional.of(stored), clock.instant());
    return files.size();
  }
}
