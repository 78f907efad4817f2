package photocat.source.dwca;

import java.util.List;
import java.util.Optional;

/**
 * A table of an archive.
 *
 * @param kind what its rows are
 * @param rowType the same as the archive names it, empty where it does not
 * @param core whether it is what the others belong to
 * @param files their paths in the archive, one after the other; at least one
 * @param dialect how they are written
 * @param keyIndex of the cell that says which row of the core a row is or belongs to; -1 for none
 * @param columns those the archive names, in order; without a meta.xml those of the header
 */
public record ArchiveTable(
    RowKind kind,
    String rowType,
    boolean core,
    List<String> files,
    TableDialect dialect,
    int keyIndex,
    List<ArchiveColumn> columns) {
  /** Copies the lists. */
  public ArchiveTable {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }

  /** Returns the name of the term that {@code rowType} is: {@code MeasurementOrFact}. */
  public String rowTypeName() {
    return Term.nameOf(rowType);
  }

  /** Returns the column of this name, whatever its case. */
  public Optional<ArchiveColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Returns how many cells a row needs so that no column lacks its own. */
  int leastCells() {
    int most = columns.stream().mapToInt(ArchiveColumn::index).max().orElse(-1);
    return Math.max(most, keyIndex) + 1;
  }
}
