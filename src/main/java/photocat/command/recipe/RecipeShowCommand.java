package photocat.command.recipe;

import photocat.catalog.recipe.RecipeBook;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the file of a recipe. */
@Command(
    name = "show",
    description = "Show a recipe as its file has it, header and SQL, and tell where the file is.",
    footer = "Example: photocat recipe show coverage > sql/recipes/mine.sql")
final class RecipeShowCommand extends PhotocatCommand {
  @Parameters(index = "0", paramLabel = "RECIPE", description = "The name of the recipe")
  private String name = "";

  RecipeShowCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    RecipeBook book = context().recipes();
    book.newsOf(name).forEach(context().output()::note);
    book.text(name).lines().forEach(context().output()::line);
    String place = book.userFile(name).map(file -> "from " + file).orElse("comes with photocat");
    context().output().note(place + (book.writes(name) ? "; it says @writes" : ""));
    return ExitStatus.DONE;
  }
}
