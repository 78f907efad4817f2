package photocat.job.ingest;

import java.util.Map;
import java.util.stream.LongStream;
import photocat.catalog.Session;
import photocat.source.BundleTable;

/**
 * Takes rows of observations that contradict each other out of {@code inat_observations}, but for
 * the one that claims least. Runs inside the transaction of an ingest.
 */
final class ContradictedObservations {
  /** A gigabyte of memory for each part. */
  private static final long OBSERVATIONS_AT_A_TIME = 20_000_000;

  private static final String ROOM = "sources/inat-open-data/";

  private final Session session;
  private final int snapshot;

  ContradictedObservations(Session session, int snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  /** Takes them out, into {@code ingest_rejects}, and returns how many rows these were. */
  long takeOut() {
    session.run(ROOM + "make_repeated_observations");
    long parts = number(ROOM + "count_observations", "observations") / OBSERVATIONS_AT_A_TIME + 1;
    long repeated =
        LongStream.range(0, parts)
            .map(
                part ->
                    session.run(
                        ROOM + "find_repeated_observations", Map.of("parts", parts, "part", part)))
            .sum();
    long taken = repeated == 0 ? 0 : overrule();
    session.run(ROOM + "forget_repeated_observations");
    return taken;
  }

  private long overrule() {
    session.run(ROOM + "overrule_observations");
    session.run(
        ROOM + "keep_overruled_observations",
        Map.of("snapshot_id", snapshot, "file", BundleTable.OBSERVATIONS.fileName()));
    long taken = session.run(ROOM + "drop_overruled_observations");
    session.run(ROOM + "forget_overruled_observations");
    return taken;
  }

  private long number(String query, String column) {
    return session.list(query, Map.of(), row -> row.number(column)).get(0);
  }
}
