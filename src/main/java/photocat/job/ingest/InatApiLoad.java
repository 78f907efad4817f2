package photocat.job.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.source.inatapi.InatTaxon;
import photocat.source.inatapi.ObservationFilter;

/** Brings a snapshot of iNaturalist's interface into its tables. Runs inside its transaction. */
final class InatApiLoad {
  private static final String ROOM = "sources/inat-api/";
  private static final String SPECIES = "inat_api_species";

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final SnapshotRows rows;

  InatApiLoad(Session session, Cancellation cancellation, Progress progress, SnapshotRows rows) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.rows = rows;
  }

  /** What is there now. */
  record Summary(long species, long observations, long photos, long openPhotos, long leftOut) {}

  /** Writes what came on {@code walk}, and what stays of the snapshot before. */
  Summary run(
      ObservationFilter filter,
      InatWalk walk,
      Collection<InatTaxon> taxa,
      List<SnapshotRows.Reject> rejects) {
    carryOver(walk);
    rows.reject(rows.name(), rejects);
    rows.count(SPECIES, 0, rejects.size());
    loadSpecies(filter, walk);
    InatRows.addTaxa(session, rows.id(), taxa);
    // Those of the observations, then those above them.
    session.run(ROOM + "copy_taxa", Map.of("snapshot_id", rows.id()));
    session.run(ROOM + "copy_taxa", Map.of("snapshot_id", rows.id()));
    for (String table : List.of(SPECIES, InatRows.OBSERVATIONS, InatRows.PHOTOS, "inat_api_taxa")) {
      rows.forgetReplaced(table);
    }
    return summary();
  }

  private void loadSpecies(ObservationFilter filter, InatWalk walk) {
    String question = InatSpecies.question(filter);
    try (InatRows came = new InatRows(session, rows, filter);
        TableAppender table =
            session.openAppender(
                SPECIES,
                "snapshot_id",
                "line",
                "asked_name",
                "asked_taxon_id",
                "question",
                "start_id",
                "last_id",
                "observations",
                "left_out");
        Progress.Step step = progress.start("loading observations", Progress.Unit.ROWS, -1)) {
      long done = 0;
      for (Map.Entry<InatSpecies, InatWalk.Walked> entry : walk.walked().entrySet()) {
        InatSpecies each = entry.getKey();
        InatSpecies.Progress now = write(each, entry.getValue(), walk, came);
        table.row(
            rows.id(),
            each.line(),
            each.name(),
            each.taxonId(),
            question,
            each.startId(),
            now.lastId(),
            now.observations(),
            now.leftOut());
        done += now.observations();
        step.at(done, List.of());
      }
      table.flush();
      came.end();
    }
  }

  private InatSpecies.Progress write(
      InatSpecies species, InatWalk.Walked walked, InatWalk walk, InatRows came) {
    Optional<InatSpecies.Progress> before = walked.before();
    long[] now = {
      before.map(InatSpecies.Progress::lastId).orElse(species.startId()),
      before.map(InatSpecies.Progress::observations).orElse(0L),
      before.map(InatSpecies.Progress::leftOut).orElse(0L)
    };
    walk.pages(species, walked)
        .forEach(
            page -> {
              cancellation.check("the ingest");
              now[0] = page.lastId();
              now[1] += page.observations().size();
              now[2] += came.add(species, page);
            });
    return new InatSpecies.Progress(now[0], now[1], now[2]);
  }

  private void carryOver(InatWalk walk) {
    Set<String> staying = new HashSet<>();
    walk.walked()
        .forEach(
            (species, walked) ->
                walked.before().ifPresent(unused -> staying.add("" + species.taxonId())));
    long previous =
        InatSpecies.before(session, rows.name()).values().stream()
            .mapToLong(InatSpecies.Before::snapshotId)
            .findFirst()
            .orElse(0);
    for (String table : List.of(InatRows.OBSERVATIONS, InatRows.PHOTOS)) {
      session.run(
          ROOM + "carry_over",
          Map.of(
              "snapshot_id", rows.id(),
              "previous_id", previous,
              "taxa", staying),
          Map.of("table", table));
    }
  }

  private Summary summary() {
    Summary summary =
        session
            .first(
                ROOM + "summary",
                Map.of("snapshot_id", rows.id()),
                row ->
                    new Summary(
                        row.number("species"),
                        row.number("observations"),
                        row.number("photos"),
                        row.number("open_photos"),
                        row.number("left_out")))
            .orElseThrow();
    rows.count(SPECIES, summary.species(), 0);
    rows.count(InatRows.OBSERVATIONS, summary.observations(), 0);
    rows.count(InatRows.PHOTOS, summary.photos(), 0);
    return summary;
  }
}
