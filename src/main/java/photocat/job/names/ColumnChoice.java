package photocat.job.names;

import java.util.Map;
import java.util.Optional;
import photocat.model.Checklist;
import photocat.source.lists.ListPart;
import photocat.source.lists.NameColumns;

/**
 * The part and the columns of a file of names that the user chose.
 *
 * @param key the column with the key of the taxon; empty to find it
 * @param name the column with the name; empty to find it
 * @param source the column that says who spells names so; empty where there is none
 * @param checklists the columns with keys of checklists; empty to find them
 * @param isHeadless whether the file has no header
 * @param sheet the sheet of a workbook, by name or number; empty for the first
 * @param table the table of a database; empty for the only one
 */
public record ColumnChoice(
    Optional<String> key,
    Optional<String> name,
    Optional<String> source,
    Map<Checklist, String> checklists,
    boolean isHeadless,
    Optional<String> sheet,
    Optional<String> table) {
  /** That part of a file, whose columns are found by their names. */
  public static ColumnChoice ofPart(Optional<String> sheet, Optional<String> table) {
    return new ColumnChoice(
        Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), false, sheet, table);
  }

  NameColumns of(NameColumns.Role role) {
    return new NameColumns(role, key, name, source, checklists, isHeadless);
  }

  ListPart part() {
    return new ListPart(sheet, table);
  }
}
