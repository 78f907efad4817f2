package photocat.job.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.model.Cancellation;
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
   * @param contradictedRows of these, rows of taxa and observations that other rows contradict
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
    try (ReadingStep step = new ReadingStep(progress, "reading bundle");
        BundleReader reader = BundleReader.open(request, cancellation, step::read)) {
      SnapshotWriter.Identity identity =
          new SnapshotWriter.Identity(SOURCE, SOURCE, reader.origin());
      SnapshotWriter.Written<Loaded> written =
          new SnapshotWriter(session, clock).write(identity, rows -> load(reader, step, rows));
      Loaded loaded = written.loaded();
      return new Ingested(
          reader.origin(),
          reader.snapshotDate(),
          loaded.rows(),
          written.rejectedRows(),
          loaded.contradictedRows(),
          loaded.disputedPhotos(),
          loaded.unknownTaxa(),
          reader.readBytes(),
          written.duration(),
          reader.notes());
    }
  }

  private record Loaded(
      Map<BundleTable, Long> rows, long contradictedRows, long disputedPhotos, long unknownTaxa) {}

  private Loaded load(BundleReader reader, ReadingStep step, SnapshotRows rows) {
    PieceLoader loader = new PieceLoader(session, rows);
    loader.clear();
    for (Optional<TablePiece> next = reader.next(); next.isPresent(); next = reader.next()) {
      loader.load(next.get());
      step.loaded(rows.rows());
    }
    loader.checkLoaded(reader.origin());
    long taxa = new OverruledTaxa(session, rows.id()).takeOut();
    loader.takenOut(BundleTable.TAXA, taxa);
    long observations = new ContradictedObservations(session, rows.id()).takeOut();
    loader.takenOut(BundleTable.OBSERVATIONS, observations);
    long disputed = new DisputedPhotos(session).find();
    rows.origin(reader.snapshotDate(), reader.readBytes());
    long unknownTaxa =
        session
            .first(
                "sources/inat-open-data/unknown_taxa", Map.of(), row -> row.number("observations"))
            .orElseThrow();
    return new Loaded(loader.loadedRows(), taxa + observations, disputed, unknownTaxa);
  }
}
