package photocat.source.dwca;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import photocat.model.OneLine;

/** Gives the columns of one table names that differ whatever their case. Not thread-safe. */
public final class ColumnNames {
  private final Set<String> taken = new HashSet<>();

  /** Returns {@code wish}, or with a number after it if that is taken. */
  public String take(String wish) {
    String plain = OneLine.of(wish.strip());
    String name = plain.isEmpty() ? "column" : plain;
    String free = name;
    for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + "_" + number;
    }
    return free;
  }
}
