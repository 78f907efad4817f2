package photocat.job.ingest;

import java.util.Locale;
import java.util.Set;

/** The catalogue's tables that those of an archive go to. */
enum DwcaTable {
  RECORDS("dwca_records", "record_"),
  MEDIA("dwca_media", "media_");

  private final String tableName;
  private final String prefix;

  DwcaTable(String tableName, String prefix) {
    this.tableName = tableName;
    this.prefix = prefix;
  }

  String tableName() {
    return tableName;
  }

  /** Returns the name of the statement that loads rows. */
  String loading() {
    return "sources/dwca/load_" + name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether a column is filled while loading, and may not be taken from the archive. */
  boolean worksOut(String column) {
    return switch (column.toLowerCase(Locale.ROOT)) {
      case "snapshot_id", "core_id" -> true;
      case "record_type", "name_id" -> this == RECORDS;
      case "photo_id", "form", "ending", "license_text" -> this == MEDIA;
      default -> false;
    };
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
