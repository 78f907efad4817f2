package photocat.job.ingest;

import java.util.Locale;
import java.util.Set;

/** The catalogue's tables that those of an archive go to. */
enum DwcaTable {
  RECORDS("dwca_records", "record_", Set.of("snapshot_id", "core_id", "record_type", "name_id")),
  MEDIA(
      "dwca_media",
      "media_",
      Set.of("snapshot_id", "core_id", "photo_id", "form", "ending", "license_text"));

  private final String tableName;
  private final String prefix;

  /** What is worked out while loading, and may not be taken from the archive. */
  private final Set<String> workedOut;

  DwcaTable(String tableName, String prefix, Set<String> workedOut) {
    this.tableName = tableName;
    this.prefix = prefix;
    this.workedOut = workedOut;
  }

  String tableName() {
    return tableName;
  }

  /** Returns the name of the statement that loads rows. */
  String loading() {
    return "sources/dwca/load_" + name().toLowerCase(Locale.ROOT);
  }

  boolean worksOut(String column) {
    return workedOut.contains(column.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the column for one that the archive calls {@code name}.
   *
   * @param taken names that a column of a record may not have, in small letters
   */
  String column(String name, Set<String> taken) {
    boolean isTaken =
        worksOut(name) || (this == RECORDS && taken.contains(name.toLowerCase(Locale.ROOT)));
    return isTaken ? prefix + name : name;
  }
}
