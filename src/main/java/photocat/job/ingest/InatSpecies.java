package photocat.job.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import photocat.catalog.Session;
import photocat.source.inatapi.ObservationFilter;

/**
 * A species, or another taxon, of which observations are wanted.
 *
 * @param line row of the list, the first after the header being 1
 * @param name as the list has it
 * @param taxonId iNaturalist's number
 * @param startId number of the observation behind which to begin, 0 for the first
 */
record InatSpecies(long line, String name, long taxonId, long startId) {
  /**
   * How far it has come.
   *
   * @param lastId number of the last observation that came
   * @param observations that came
   * @param leftOut photos under other licences than those wanted
   */
  record Progress(long lastId, long observations, long leftOut) {}

  /**
   * What the catalogue knows of an ingest before.
   *
   * @param question of the filter then
   */
  record Before(long snapshotId, String question, long startId, Progress progress) {
    /** Tells whether the same was asked for, so that one can go on behind it. */
    boolean isOf(InatSpecies species, ObservationFilter filter, long most) {
      return question.equals(InatSpecies.question(filter))
          && startId == species.startId()
          && progress.observations() <= most;
    }
  }

  /** Returns what is asked for, licences that the interface cannot be asked for included. */
  static String question(ObservationFilter filter) {
    return filter.parameters() + "&licenses=" + filter.licenses().stream().sorted().toList();
  }

  /** Returns how far the newest snapshot of {@code name} has come, by the species. */
  static Map<Long, InatSpecies.Before> before(Session session, String name) {
    Map<Long, InatSpecies.Before> before = new LinkedHashMap<>();
    session.list(
        "sources/inat-api/species",
        Map.of("name", name),
        row ->
            before.put(
                row.number("asked_taxon_id"),
                new InatSpecies.Before(
                    row.number("snapshot_id"),
                    row.text("question"),
                    row.number("start_id"),
                    new InatSpecies.Progress(
                        row.number("last_id"),
                        row.number("observations"),
                        row.number("left_out")))));
    return before;
  }
}
