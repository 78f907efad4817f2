package photocat.source.lists;

import java.util.Optional;

/**
 * Which part of a file is the list.
 *
 * @param sheet the sheet of a workbook, by name or counted from 1; empty for the first
 * @param table the table of a database; empty for the only one
 */
public record ListPart(Optional<String> sheet, Optional<String> table) {
  /** The first sheet, or the only table. */
  public static final ListPart FIRST = new ListPart(Optional.empty(), Optional.empty());
}
