package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.sql.NamedParameters;

/**
 * A statement with its values. Those of ours can be run as if they were the user's, so that what is
 * wrong with his words in their holes is told in DuckDB's own.
 *
 * @param sql has {@code $1} to {@code $n}
 * @param values theirs
 */
public record Bound(String sql, List<? extends @Nullable Object> values) {
  /**
   * Returns the statement of ours called {@code name}, with all of its values by their names.
   *
   * @param holes as {@link Session#run(String, Map, Map)} takes them
   */
  public static Bound of(
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
