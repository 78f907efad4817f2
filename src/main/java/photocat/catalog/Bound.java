package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.sql.NamedParameters;

/**
 * A statement with its values.
 *
 * @param sql has {@code $1} to {@code $n}
 * @param values theirs
 */
record Bound(String sql, List<? extends @Nullable Object> values) {
  /** Returns the statement of ours called {@code name}, with all of its values by their names. */
  static Bound of(
      String name, Map<String, ? extends @Nullable Object> values, Map<String, String> holes) {
    NamedParameters parsed = PipelineSql.read(name, holes);
    return new Bound(parsed.statement(), inOrder(name, parsed.names(), values));
  }

  private static List<@Nullable Object> inOrder(
      String name, List<String> names, Map<String, ? extends @Nullable Object> values) {
    if (!values.keySet().equals(Set.copyOf(names))) {
      throw new IllegalArgumentException(
          "%s takes %s, was given %s".formatted(name, names, values.keySet()));
    }
    List<@Nullable Object> ordered = new ArrayList<>(names.size());
    for (String parameter : names) {
      ordered.add(values.get(parameter));
    }
    return ordered;
  }
}
