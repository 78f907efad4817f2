package photocat.job;

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

  private final Session session;
  private final int snapshot;

  ContradictedObservations(Session session, int snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  /** Takes them out, into {@code ingest_rejects}, and returns how many rows these were. */
  long takeOut() {
    session.run("ingest/make_repeated");
    long parts = number("ingest/count_observations", "observations") / OBSERVATIONS_AT_A_TIME + 1;
    long repeated =
        LongStream.range(0, parts)
            .map(part -> session.run("ingest/find_repeated", Map.of("parts", parts, "part", part)))
            .sum();
    long taken = repeated == 0 ? 0 : overrule();
    session.run("ingest/forget_repeated");
    return taken;
  }

  private long overrule() {
    session.run("ingest/overrule_observations");
    session.run(
        "ingest/keep_overruled",
        Map.of("snapshot_id", snapshot, "file", BundleTable.OBSERVATIONS.fileName()));
    long taken = session.run("ingest/drop_overruled");
    session.run("ingest/forget_overruled");
    return taken;
  }

  private long number(String query, String column) {
    return session.list(query, Map.of(), row -> row.number(column)).get(0);
  }
}
