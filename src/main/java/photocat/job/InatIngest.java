package photocat.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.source.BundleReader;
import photocat.source.BundleRequest;
import photocat.source.BundleTable;
import photocat.source.TablePiece;

/**
 * Replaces iNaturalist's tables by those of a bundle, in one transaction: an ingest that fails, is
 * stopped or killed leaves the snapshot before it whole.
 */
public final class InatIngest {
  /** What {@code snapshots.source} says of these snapshots. */
  public static final String SOURCE = "inat-open-data";

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final InstantSource clock;

  /** An ingest into the catalogue of {@code session}, which the caller closes. */
  public InatIngest(
      Session session, Cancellation cancellation, Progress progress, InstantSource clock) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What was taken in.
   *
   * @param origin where the bundle came from
   * @param snapshotDate the day it was exported, where its name tells
   * @param loadedRows rows in the tables now, by the bundle's tables
   * @param rejectedRows rows kept in {@code ingest_rejects}
   * @param contradictedRows of these, rows of observations that other rows contradict
   * @param disputedPhotos photos whose rows name different licences, of which the strictest holds
   * @param unknownTaxa observations that name a taxon which the taxa lack; not an error
   * @param sizeBytes bytes read, compressed as they were
   * @param notes what was odd but harmless about the bundle, a line each
   */
  public record Ingested(
      String origin,
      Optional<LocalDate> snapshotDate,
      Map<BundleTable, Long> loadedRows,
      long rejectedRows,
      long contradictedRows,
      long disputedPhotos,
      long unknownTaxa,
      long sizeBytes,
      Duration duration,
      List<String> notes) {
    /** Copies the collections. */
    public Ingested {
      loadedRows = Map.copyOf(loadedRows);
      notes = List.copyOf(notes);
    }

    /** Returns the rows of {@code inat_photos}. */
    public long photos() {
      return loadedRows.getOrDefault(BundleTable.PHOTOS, 0L);
    }

    /** Returns the rows of {@code inat_observations}. */
    public long observations() {
      return loadedRows.getOrDefault(BundleTable.OBSERVATIONS, 0L);
    }

    /** Returns the rows of {@code inat_taxa}. */
    public long taxa() {
      return loadedRows.getOrDefault(BundleTable.TAXA, 0L);
    }
  }

  /**
   * Takes the bundle in.
   *
   * @throws PhotocatException when the bundle cannot be read whole, or none of the rows of one of
   *     its tables can be loaded
   */
  public Ingested run(BundleChoice bundle) {
    return run(bundle.request());
  }

  Ingested run(BundleRequest request) {
    Instant started = clock.instant();
    try (ReadingStep step = new ReadingStep(progress);
        BundleReader reader = BundleReader.open(request, cancellation, step::read)) {
      return session.transaction(() -> replace(reader, step, started));
    } catch (PhotocatException e) {
      // DuckDB names the statement that was stopped, which says nothing to the user.
      throw e.kind() == Kind.INTERRUPTED ? stopped(e) : e;
    }
  }

  private static PhotocatException stopped(PhotocatException cause) {
    return PhotocatException.of(
            Kind.INTERRUPTED, "the ingest was stopped; the catalogue is as it was before", cause)
        .withHint("the next ingest begins anew");
  }

  private Ingested replace(BundleReader reader, ReadingStep step, Instant started) {
    int snapshot =
        session
            .first("ingest/next_snapshot", Map.of(), row -> (int) row.number("snapshot_id"))
            .orElseThrow();
    session.run("ingest/forget_rejects", Map.of("source", SOURCE));
    PieceLoader loader = new PieceLoader(session, snapshot);
    loader.clear();
    for (Optional<TablePiece> next = reader.next(); next.isPresent(); next = reader.next()) {
      loader.load(next.get());
      step.loaded(loader.rows());
    }
    loader.checkLoaded(reader.origin());
    loader.contradicted(new ContradictedObservations(session, snapshot).takeOut());
    long disputed = new DisputedPhotos(session).find();
    Instant finished = clock.instant();
    record(reader, loader, started, finished);
    long unknownTaxa =
        session
            .first("ingest/unknown_taxa", Map.of(), row -> row.number("observations"))
            .orElseThrow();
    return new Ingested(
        reader.origin(),
        reader.snapshotDate(),
        loader.loadedRows(),
        loader.rejectedRows(),
        loader.contradictedRows(),
        disputed,
        unknownTaxa,
        reader.readBytes(),
        Duration.between(started, finished),
        reader.notes());
  }

  private void record(BundleReader reader, PieceLoader loader, Instant started, Instant finished) {
    Map<String, @Nullable Object> snapshot = new HashMap<>();
    snapshot.put("snapshot_id", loader.snapshot());
    snapshot.put("source", SOURCE);
    snapshot.put("origin", reader.origin());
    snapshot.put("snapshot_date", reader.snapshotDate().map(LocalDate::toString).orElse(null));
    snapshot.put("size_bytes", reader.readBytes());
    snapshot.put("rejected_rows", loader.rejectedRows());
    snapshot.put("started_at", started);
    snapshot.put("ingested_at", finished);
    session.run("ingest/add_snapshot", snapshot);
    loader.recordTables();
  }

  /** Progress in bytes of the bundle; its size is known when the first of them arrive. */
  private static final class ReadingStep implements AutoCloseable {
    private final Progress progress;
    private volatile long rows;
    private Progress.@Nullable Step step;

    ReadingStep(Progress progress) {
      this.progress = progress;
    }

    synchronized void read(long readBytes, OptionalLong totalBytes) {
      if (step == null) {
        step = progress.start("reading bundle", Progress.Unit.BYTES, totalBytes.orElse(-1));
      }
      step.at(readBytes, List.of(Amounts.count(rows, "row")));
    }

    void loaded(long allRows) {
      rows = allRows;
    }

    @Override
    public synchronized void close() {
      if (step != null) {
        step.close();
      }
    }
  }
}
