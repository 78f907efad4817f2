package photocat.command.recipe;

import java.util.Objects;
import java.util.stream.Stream;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogNeeded;
import photocat.catalog.OwnTables;
import photocat.catalog.Session;
import photocat.catalog.recipe.BoundRecipe;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.OutputMode;
import photocat.command.SqlOutputs;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Positions;

/** Runs a recipe; one that does not say that it writes can change nothing. */
final class RecipeRun {
  private final Context context;
  private final BoundRecipe recipe;

  RecipeRun(Context context, BoundRecipe recipe) {
    this.context = context;
    this.recipe = recipe;
  }

  /**
   * Shows its rows.
   *
   * @param consent asked before it changes what photocat keeps
   * @return rows changed, or -1 when the statement gave rows
   */
  long run(Consent consent) {
    if (recipe.recipe().writes() && context.isReadOnly()) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot run recipe %s with --read-only: its header says @writes"
                  .formatted(recipe.recipe().name()))
          .withHint("leave out --read-only");
    }
    Catalog catalog = context.catalog();
    try (Session session =
        recipe.recipe().writes() ? context.openSession() : context.openReadingSession()) {
      return recipe.recipe().writes() ? writing(session, consent) : shown(session, recipe);
    } catch (PhotocatException e) {
      if (!catalog.isThere() && e.kind() == ExitStatus.FAILED && lacksTable(e)) {
        // Says that there is none, and what makes it.
        context.using(CatalogUse.READ).catalog();
      }
      throw e;
    }
  }

  /** The words for people name no kind of error; those of DuckDB are behind them. */
  private static boolean lacksTable(PhotocatException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(each -> String.valueOf(each.getMessage()).contains("Catalog Error: "));
  }

  private long writing(Session session, Consent consent) {
    Positions safe = new SqlOutputs(context, session).checked(recipe.statement(), recipe.values());
    BoundRecipe checked = new BoundRecipe(recipe.recipe(), safe.statement(), safe.values());
    Runnable guard = () -> new OwnTables(session).guard(recipe.statement(), consent);
    guard.run();
    try {
      return shown(session, checked);
    } catch (CatalogNeeded e) {
      session.moveInto(context.using(CatalogUse.FILL).catalog());
      guard.run();
      return shown(session, checked);
    }
  }

  private long shown(Session session, BoundRecipe run) {
    OutputMode suited = run.recipe().mode().map(OutputMode::parse).orElse(OutputMode.TABLE);
    Output output = context.output();
    return output.watched(session, () -> run.run(session, output.rows(suited)));
  }
}
