package photocat.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/**
 * A recipe with its values, ready to run.
 *
 * @param recipe the recipe
 * @param statement its SQL with {@code $1} to {@code $n}
 * @param values the values of {@code $1} to {@code $n}
 */
public record BoundRecipe(Recipe recipe, String statement, List<@Nullable Object> values) {
  /** Copies the list. */
  public BoundRecipe {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * Runs the recipe and pushes its rows into {@code sink}.
   *
   * @return rows changed, or -1 when the statement gave rows
   * @throws PhotocatException that names the recipe and the line it starts on, when DuckDB refuses
   */
  public long run(Session session, RowSink sink) {
    try {
      return session.execute(statement, values, sink);
    } catch (PhotocatException e) {
      if (e.kind() != Kind.FAILED) {
        throw e;
      }
      throw PhotocatException.of(
          Kind.FAILED,
          "recipe %s (%s, line %d on): %s"
              .formatted(recipe.name(), recipe.origin(), recipe.firstLine(), e.message()),
          e);
    }
  }
}
