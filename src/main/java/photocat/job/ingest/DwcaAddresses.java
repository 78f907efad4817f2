package photocat.job.ingest;

import java.util.List;
import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Amounts;

/** Makes one medium of each address, where a cell holds several. */
final class DwcaAddresses {
  private static final String ROOM = "sources/dwca/";
  private static final String MEDIA = DwcaTable.MEDIA.tableName();

  private final Session session;
  private final SnapshotRows rows;

  DwcaAddresses(Session session, SnapshotRows rows) {
    this.session = session;
    this.rows = rows;
  }

  /** Makes media of what the cells of records name. */
  void loadAssociated() {
    rows.count(MEDIA, session.run(ROOM + "load_associated", snapshot()), 0);
  }

  /** Parts the cells of media, and says so in {@code notes}. */
  void part(List<String> notes) {
    session.run(ROOM + "find_several", snapshot());
    long more = session.run(ROOM + "part_several") - session.run(ROOM + "drop_parted");
    session.run(ROOM + "forget_several");
    rows.count(MEDIA, more, 0);
    if (more > 0) {
      notes.add(
          "cells of media hold several addresses, each of which counts: %s more"
              .formatted(Amounts.count(more)));
    }
  }

  private Map<String, Integer> snapshot() {
    return Map.of("snapshot_id", rows.id());
  }
}
