package photocat.source.dwca;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import photocat.model.OneLine;

/** Gives the columns of one table names that differ whatever their case. Not thread-safe. */
public final class ColumnNames {
  private final Set<String> taken = new HashSet<>();

  /** By name the number to try next: of a million columns all may have one name. */
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Returns {@code wish}, or with a number after it if that is taken. */
  public String take(String wish) {
    String plain = OneLine.of(wish.strip());
    String name = plain.isEmpty() ? "column" : plain;
    String folded = name.toLowerCase(Locale.ROOT);
    int number = numbers.getOrDefault(folded, 2);
    String free = name;
    for (; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + "_" + number;
    }
    numbers.put(folded, number);
    return free;
  }
}
