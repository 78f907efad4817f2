package photocat.job.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import photocat.catalog.Session;
import photocat.http.ApiClient;
import photocat.http.HostPace;
import photocat.http.HttpSettings;
import photocat.http.Timekeeper;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.inatapi.InatApi;
import photocat.source.inatapi.InatTaxon;
import photocat.source.inatapi.ObservationFilter;

/**
 * Takes in what iNaturalist's interface says of observations of species. Answers are kept as they
 * come, so that an ingest that was stopped goes on, and one for more observations, or later, goes
 * on behind the last of each species.
 */
public final class InatApiIngest {
  /** What {@code snapshots.source} says of these snapshots. */
  public static final String SOURCE = "inat-api";

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final InstantSource clock;
  private final Timekeeper time;
  private final Consumer<String> note;

  /**
   * An ingest into the catalogue of {@code session}, which the caller closes.
   *
   * @param note tells the user of pauses, and of what is odd
   */
  public InatApiIngest(
      Session session,
      Cancellation cancellation,
      Progress progress,
      InstantSource clock,
      Consumer<String> note) {
    this(session, cancellation, progress, clock, Timekeeper.WALL, note);
  }

  InatApiIngest(
      Session session,
      Cancellation cancellation,
      Progress progress,
      InstantSource clock,
      Timekeeper time,
      Consumer<String> note) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.clock = clock;
    this.time = time;
    this.note = note;
  }

  /**
   * What to ask for.
   *
   * @param name of the snapshot; one of that name is gone on with, or replaced
   * @param list a file of names; empty for the shortlist
   * @param observations most of each species, 1 or more
   * @param anew whether what is there already is asked for again
   */
  public record Request(
      String name,
      Optional<Path> list,
      ObservationFilter filter,
      long observations,
      boolean anew,
      String api,
      HttpSettings http) {}

  /**
   * What is there now.
   *
   * @param leftOut photos of these observations under other licences than those wanted
   * @param rejectedRows rows kept in {@code ingest_rejects}
   * @param ended why it ended before all was asked
   */
  public record Ingested(
      long species,
      long observations,
      long photos,
      long openPhotos,
      long leftOut,
      long rejectedRows,
      Duration duration,
      Optional<PhotocatException> ended) {}

  /**
   * Asks, and takes all in that came.
   *
   * @throws PhotocatException also when it is stopped: then the catalogue is as it was, and what
   *     came is kept for the next
   */
  public Ingested run(Request request) {
    try {
      return ingest(request);
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.INTERRUPTED ? stopped(e) : e;
    }
  }

  private Ingested ingest(Request request) {
    Instant started = clock.instant();
    InatList list =
        request.list().isPresent()
            ? InatList.of(session, request.list().get())
            : InatList.ofShortlist(session);
    KeptAnswers kept = new KeptAnswers(session, clock, SOURCE, request.name());
    if (request.anew()) {
      kept.forget();
    }
    tellKept(kept);
    InatApi api = api(request, kept);
    checkPlaces(api, request.filter());
    Map<Long, InatTaxon> taxa = new TreeMap<>();
    List<SnapshotRows.Reject> rejects = new ArrayList<>(list.rejects());
    List<InatSpecies> species = species(list, api, taxa, rejects);
    Map<Long, InatSpecies.Before> before =
        request.anew() ? Map.of() : InatSpecies.before(session, request.name());
    InatWalk walk = new InatWalk(session, api, request.filter(), request.observations(), taxa);
    try (Progress.Step step =
        progress.start(
            "asking for observations",
            Progress.Unit.ROWS,
            species.size() * request.observations())) {
      walk.run(species, before, note, step);
    }
    rejects.addAll(walk.rejects());
    checkFound(species, walk, rejects, request);
    SnapshotWriter.Written<InatApiLoad.Summary> written =
        new SnapshotWriter(session, clock)
            .write(
                new SnapshotWriter.Identity(SOURCE, request.name(), request.api()),
                rows -> {
                  InatApiLoad load = new InatApiLoad(session, cancellation, progress, rows);
                  InatApiLoad.Summary summary =
                      load.run(request.filter(), walk, taxa.values(), rejects);
                  kept.forget();
                  return summary;
                });
    InatApiLoad.Summary loaded = written.loaded();
    return new Ingested(
        loaded.species(),
        loaded.observations(),
        loaded.photos(),
        loaded.openPhotos(),
        loaded.leftOut(),
        written.rejectedRows(),
        Duration.between(started, clock.instant()),
        walk.ended());
  }

  private InatApi api(Request request, KeptAnswers kept) {
    KeptUsage usage = new KeptUsage(session, time.now());
    HostPace pace = new HostPace(usage.limits(), usage, time);
    ApiClient client = new ApiClient(request.http(), pace, time, cancellation, note);
    return new InatApi(client, request.api(), kept, note);
  }

  private void tellKept(KeptAnswers kept) {
    KeptAnswers.Left left = kept.left();
    if (left.answers() > 0) {
      note.accept(
          "going on with %s of an ingest that was stopped, the first of %s"
              .formatted(
                  Amounts.count(left.answers(), "answer"),
                  left.firstAt()
                      .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate())
                      .orElse(LocalDate.EPOCH)));
    }
  }

  private static void checkPlaces(InatApi api, ObservationFilter filter) {
    for (long place : filter.places()) {
      if (!api.hasPlace(place)) {
        throw PhotocatException.of(
                ExitStatus.FAILED, "cannot ask iNaturalist: it knows no place " + place)
            .withHint("look the number up at www.inaturalist.org/places");
      }
    }
  }

  /** A taxon counts once, however many rows of the list name it. */
  private List<InatSpecies> species(
      InatList list, InatApi api, Map<Long, InatTaxon> taxa, List<SnapshotRows.Reject> rejects) {
    InatNames names =
        new InatNames(
            session, api, list.wanted().stream().map(InatList.Wanted::name).toList(), taxa, note);
    Map<Long, InatSpecies> species = new LinkedHashMap<>();
    for (InatList.Wanted each : list.wanted()) {
      try {
        long id = each.taxonId().isPresent() ? each.taxonId().get() : names.find(each.name());
        species.putIfAbsent(id, new InatSpecies(each.line(), each.name(), id, each.startId()));
      } catch (InatNames.UnknownNameException e) {
        rejects.add(
            new SnapshotRows.Reject(each.line(), each.name(), String.valueOf(e.getMessage())));
      }
    }
    return List.copyOf(species.values());
  }

  /** A list of which nothing is known is a slip, and would take the place of a good one. */
  private void checkFound(
      List<InatSpecies> species,
      InatWalk walk,
      List<SnapshotRows.Reject> rejects,
      Request request) {
    if (!walk.walked().isEmpty()) {
      return;
    }
    if (walk.ended().isPresent()) {
      throw walk.ended().get();
    }
    String found =
        rejects.isEmpty()
            ? ""
            : "; %s: %s".formatted(rejects.get(0).text(), rejects.get(0).reason());
    throw PhotocatException.of(
        ExitStatus.FAILED,
        "cannot ingest %s: iNaturalist knows none of its %s%s"
            .formatted(
                request.name(), Amounts.count(species.size() + rejects.size(), "name"), found));
  }

  private static PhotocatException stopped(PhotocatException cause) {
    return PhotocatException.of(
            ExitStatus.INTERRUPTED,
            "the ingest was stopped; the catalogue is as it was before",
            cause)
        .withHint("what came is kept; the same command goes on with it");
  }
}
