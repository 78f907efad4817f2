package photocat.job.ingest;

import java.util.Map;
import photocat.catalog.Session;
import photocat.source.BundleTable;

/**
 * Leaves one row of each taxon in {@code inat_taxa}, whatever their order. Runs inside the
 * transaction of an ingest.
 */
final class OverruledTaxa {
  private static final String ROOM = "sources/inat-open-data/";

  private final Session session;
  private final int snapshot;

  OverruledTaxa(Session session, int snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  /** Takes the others out, into {@code ingest_rejects}, and returns how many rows these were. */
  long takeOut() {
    session.run(ROOM + "overrule_taxa");
    session.run(
        ROOM + "keep_overruled_taxa",
        Map.of("snapshot_id", snapshot, "file", BundleTable.TAXA.fileName()));
    long taken = session.run(ROOM + "drop_overruled_taxa");
    session.run(ROOM + "forget_overruled_taxa");
    return taken;
  }
}
