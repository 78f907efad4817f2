package photocat.source.dwca;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name of the column, unlike all others of the table whatever their case
 * @param term what it holds, as the archive names it; empty where it does not
 * @param index of its cell in a row, from 0; -1 for one that has its default value in every row
 * @param defaultValue where the cell is empty, null for none
 */
public record ArchiveColumn(String name, String term, int index, @Nullable String defaultValue) {
  /** Tells whether rows have a cell for it. */
  public boolean isInRows() {
    return index >= 0;
  }
}
