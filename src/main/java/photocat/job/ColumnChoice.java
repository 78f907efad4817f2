package photocat.job;

import java.util.Optional;
import photocat.source.lists.NameColumns;

/**
 * The columns of a file of names that the user chose.
 *
 * @param key the column with the key of the taxon; empty to find it
 * @param name the column with the name; empty to find it
 * @param source the column that says who spells names so; empty where there is none
 */
public record ColumnChoice(Optional<String> key, Optional<String> name, Optional<String> source) {
  NameColumns of(NameColumns.Role role) {
    return new NameColumns(role, key, name, source);
  }
}
