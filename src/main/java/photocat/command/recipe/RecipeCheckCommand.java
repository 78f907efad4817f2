package photocat.command.recipe;

import java.util.ArrayList;
import java.util.List;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.catalog.recipe.RecipeBook;
import photocat.catalog.recipe.RecipeFault;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.file.UserPaths;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds mistakes in recipes. */
@Command(
    name = "check",
    description = {
      "Find mistakes in recipes: in the header, and in the SQL as the catalogue sees it. Nothing is"
          + " run.",
      "Each mistake is a line that names file, line and key; with mistakes the exit code is 2."
    },
    footer = "Example: photocat recipe check")
final class RecipeCheckCommand extends PhotocatCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "RECIPE",
      description = "Names of recipes, or files that end in .sql (default: all recipes of yours)")
  private final List<String> recipes = new ArrayList<>();

  RecipeCheckCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.SQL;
  }

  @Override
  protected ExitStatus run() {
    RecipeBook book = context().recipes();
    List<String> wanted = recipes.isEmpty() ? book.userNames() : recipes;
    int mistakes = 0;
    int faulty = 0;
    Catalog catalog = context().catalog();
    // Where there is none, an empty one knows the tables too.
    try (Catalog empty = catalog.isThere() ? null : Catalog.inMemory();
        Session session = (empty == null ? catalog : empty).openSession(context().cancellation())) {
      for (String recipe : wanted) {
        book.newsOf(recipe).forEach(context().output()::note);
        List<RecipeFault> faults = check(book, recipe, session);
        faults.forEach(this::tell);
        mistakes += faults.size();
        faulty += faults.isEmpty() ? 0 : 1;
      }
    }
    if (mistakes == 0) {
      context().output().note(praise(wanted));
      return ExitStatus.DONE;
    }
    String where =
        wanted.size() == 1
            ? "recipe " + wanted.get(0)
            : "%d of %s".formatted(faulty, Amounts.count(wanted.size(), "recipe"));
    throw PhotocatException.of(
            ExitStatus.USAGE, "%s in %s".formatted(Amounts.count(mistakes, "mistake"), where))
        .withHint("'recipe edit RECIPE' opens one and checks it afterwards");
  }

  private List<RecipeFault> check(RecipeBook book, String recipe, Session session) {
    return recipe.endsWith(RecipeBook.SUFFIX)
        ? RecipeBook.check(
            context().resolve(UserPaths.read(recipe)), session, context().cancellation())
        : book.check(recipe, session);
  }

  private void tell(RecipeFault fault) {
    List<String> lines = fault.what().lines().toList();
    context().output().line("%s:%d: %s".formatted(fault.origin(), fault.line(), lines.get(0)));
    lines.stream().skip(1).map(line -> "    " + line).forEach(context().output()::line);
  }

  private static String praise(List<String> checked) {
    return switch (checked.size()) {
      case 0 -> "there are no recipes of yours";
      case 1 -> "recipe %s has no mistakes".formatted(checked.get(0));
      default -> "%s have no mistakes".formatted(Amounts.count(checked.size(), "recipe"));
    };
  }
}
