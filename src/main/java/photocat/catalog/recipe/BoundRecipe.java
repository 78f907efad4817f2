package photocat.catalog.recipe;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.catalog.CatalogFault;
import photocat.catalog.Session;
import photocat.catalog.SqlFailure;
import photocat.model.ExitStatus;
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
  /** Words of the macro {@code manifest_number}, after DuckDB's own. */
  private static final Pattern UNKNOWN_MANIFEST =
      Pattern.compile("Invalid Input Error: (no manifest is called .*)", Pattern.DOTALL);

  /** Copies the list. */
  public BoundRecipe {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * Runs the recipe and pushes its rows into {@code sink}.
   *
   * @return rows changed, or -1 when the statement gave rows
   * @throws PhotocatException of kind USAGE for a manifest that is not there, or a change in a
   *     session that can make none; else one that names the recipe and the line it starts on, when
   *     DuckDB refuses
   */
  public long run(Session session, RowSink sink) {
    try {
      return session.execute(statement, values, sink);
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.FAILED) {
        throw e;
      }
      if (!recipe.writes() && SqlFailure.isOfReadOnly(e)) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot run recipe %s (%s): it changes something, and there is no @writes"
                    .formatted(recipe.name(), recipe.origin()),
                e)
            .withHint("put '-- @writes' above the statement if it is meant to");
      }
      Matcher unknown = UNKNOWN_MANIFEST.matcher(e.message());
      if (unknown.matches()) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot run recipe %s: %s".formatted(recipe.name(), unknown.group(1)),
                e)
            .withHint("'manifest list' names those there are");
      }
      if (!(e.getCause() instanceof SQLException)) {
        // Whoever takes the rows has failed, and has said how.
        throw e;
      }
      if (recipe.origin().equals(RecipeBook.BUNDLED)) {
        // Its lines are nothing to the user, who has not written them.
        CatalogFault fault = CatalogFault.of(e.message());
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "cannot run recipe %s on the catalogue: %s".formatted(recipe.name(), fault.found()),
                e)
            .withHint(e.hint().orElse(fault.remedy()));
      }
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "recipe %s (%s, line %d on): %s"
              .formatted(recipe.name(), recipe.origin(), recipe.firstLine(), e.message()),
          e);
    }
  }
}
