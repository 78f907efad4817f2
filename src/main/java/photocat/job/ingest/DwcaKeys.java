package photocat.job.ingest;

import java.util.List;
import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.RowKind;

/** Sees to keys that several records of one archive have. */
final class DwcaKeys {
  private static final String ROOM = "sources/dwca/";
  private static final String RECORDS = DwcaTable.RECORDS.tableName();

  private final Session session;
  private final SnapshotRows rows;
  private final Map<String, Integer> snapshot;

  DwcaKeys(Session session, SnapshotRows rows) {
    this.session = session;
    this.rows = rows;
    this.snapshot = Map.of("snapshot_id", rows.id());
  }

  /** Leaves out what is there twice, and takes media away from records whose key is ambiguous. */
  void settle(ArchiveTable core, List<String> notes) {
    session.run(ROOM + "find_repeated_keys", snapshot);
    dropRepeated(core, notes);
    detach(notes);
    session.run(ROOM + "forget_repeated_keys");
  }

  private void dropRepeated(ArchiveTable core, List<String> notes) {
    long dropped =
        session.run(
            ROOM + "drop_repeated",
            Map.of(
                "snapshot_id",
                rows.id(),
                "core_type",
                isKeyedByItself(core) ? core.kind().word() : ""));
    rows.count(RECORDS, -dropped, 0);
    if (dropped > 0) {
      notes.add(
          "left out %s there once more under the same identifier, cell for cell"
              .formatted(Amounts.count(dropped, "record that is", "records that are")));
    }
  }

  /** Occurrences may have the identifier of their event for a key. */
  private static boolean isKeyedByItself(ArchiveTable core) {
    return core.kind() != RowKind.OCCURRENCE
        || core.columns().stream()
            .filter(column -> column.index() == core.keyIndex())
            .noneMatch(column -> column.name().matches("(?i)(event|taxon)ID"));
  }

  private void detach(List<String> notes) {
    session.run(ROOM + "find_shared_keys", snapshot);
    long detached = session.run(ROOM + "detach_shared_keys", snapshot);
    session.run(ROOM + "detach_events", snapshot);
    session.run(ROOM + "forget_shared_keys");
    if (detached > 0) {
      notes.add(
          "%s the key of records of other taxa: of which their media are, nobody knows"
              .formatted(Amounts.count(detached, "record shares", "records share")));
    }
  }
}
