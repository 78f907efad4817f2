package photocat.job.ingest;

import java.util.Locale;
import java.util.Set;
import photocat.source.dwca.ArchiveDescriptor;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.RowKind;

/**
 * The catalogue's tables that those of an archive go to, records first: what belongs to them is
 * kept where they are.
 */
enum DwcaTable {
  RECORDS("dwca_records", "record_"),
  MEDIA("dwca_media", "media_"),
  EXTENSION_ROWS("dwca_extension_rows", "");

  private final String tableName;
  private final String prefix;

  DwcaTable(String tableName, String prefix) {
    this.tableName = tableName;
    this.prefix = prefix;
  }

  /** Returns where rows of {@code table} go. */
  static DwcaTable of(ArchiveTable table, ArchiveDescriptor descriptor) {
    // GBIF's verbatim.txt is a table of occurrences that has those of the core once more.
    boolean isRecords =
        table.core()
            || (table.kind() == RowKind.OCCURRENCE
                && descriptor.core().kind() != RowKind.OCCURRENCE);
    if (isRecords) {
      return RECORDS;
    }
    return table.kind().isMedia() ? MEDIA : EXTENSION_ROWS;
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
    String folded = name.toLowerCase(Locale.ROOT);
    boolean isTaken =
        worksOut(name)
            || (this == RECORDS && (taken.contains(folded) || folded.equals("references")));
    return isTaken ? prefix + name : name;
  }
}
