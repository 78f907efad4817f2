package photocat.command.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeBook;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the recipes. */
@Command(
    name = "recipes",
    description = {
      "List the recipes; 'recipe' shows, edits, saves and checks them.",
      "Recipes are read from ./sql/recipes and $XDG_CONFIG_HOME/photocat/recipes (default:"
          + " ~/.config); the others come with photocat. The first of a name wins."
    },
    footer = "Example: photocat recipes --tag names")
final class RecipesCommand extends PhotocatCommand {
  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Only recipes with this tag (default: all)")
  private @Nullable String tag;

  RecipesCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    RecipeBook book = context().recipes();
    book.news().forEach(context().output()::note);
    RowSink rows = context().output().rows();
    rows.columns(
        List.of(
            text("recipe"),
            text("title"),
            text("tags"),
            text("parameters"),
            text("writes"),
            text("origin")));
    for (String name : book.names()) {
      Optional<Recipe> recipe = read(book, name);
      if (recipe.isPresent() && isWanted(recipe.get()) && !rows.row(row(recipe.get()))) {
        break;
      }
    }
    rows.end();
    return ExitStatus.DONE;
  }

  private boolean isWanted(Recipe recipe) {
    return tag == null || recipe.tags().contains(tag);
  }

  /** A recipe that cannot be read is no reason to hide the others. */
  private Optional<Recipe> read(RecipeBook book, String name) {
    try {
      return book.find(name);
    } catch (PhotocatException e) {
      context().output().warn(e.message());
      return Optional.empty();
    }
  }

  private static List<@Nullable Object> row(Recipe recipe) {
    String parameters =
        String.join(", ", recipe.parameters().stream().map(p -> p.declaration()).toList());
    return Arrays.asList(
        recipe.name(),
        recipe.title(),
        String.join(", ", recipe.tags()),
        parameters,
        recipe.writes() ? "yes" : "",
        recipe.origin());
  }

  private static Column text(String name) {
    return new Column(name, "VARCHAR");
  }
}
