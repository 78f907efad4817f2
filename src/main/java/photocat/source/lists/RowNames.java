package photocat.source.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tables as R's {@code write.table} makes them: names of rows come first, which the header does not
 * count.
 */
final class RowNames {
  private static final Pattern LETTER = Pattern.compile("^[^\\s].*\\p{L}.*", Pattern.DOTALL);
  private static final Pattern TWO_WORDS = Pattern.compile("\\p{Lu}\\p{L}+ .*\\p{Ll}.*");

  private RowNames() {}

  /** Returns the header with a column without a name before the others. */
  static List<String> before(List<String> headers) {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(headers);
    return all;
  }

  /**
   * Tells whether every row begins with a name of its own: each is one cell longer than the header,
   * and holds a taxon's name where the header says so only if its cells move on by one.
   */
  static boolean areIn(List<List<String>> rows, List<String> headers, NameColumns columns) {
    List<List<String>> filled =
        rows.stream().filter(row -> !row.stream().allMatch(NameRow::isBlank)).toList();
    Set<String> first = new HashSet<>();
    boolean hasLast = false;
    for (List<String> row : filled) {
      if (row.size() != headers.size() + 1 || !first.add(row.get(0))) {
        return false;
      }
      hasLast |= !NameRow.isBlank(row.get(headers.size()));
    }
    Optional<FoundColumns> moved = columns.found(before(headers));
    Optional<FoundColumns> asTheyAre = columns.found(headers);
    if (!hasLast || moved.isEmpty() || asTheyAre.isEmpty()) {
      return false;
    }
    return filled.stream().allMatch(row -> LETTER.matcher(moved.get().name(row)).matches())
        && names(filled, moved.get()) >= names(filled, asTheyAre.get());
  }

  private static long names(List<List<String>> rows, FoundColumns columns) {
    return rows.stream().filter(row -> TWO_WORDS.matcher(columns.name(row)).matches()).count();
  }
}
