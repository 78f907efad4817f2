package photocat.command.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photocat.catalog.recipe.RecipeBook;
import photocat.catalog.recipe.RecipeFiles;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets the user edit a recipe. */
@Command(
    name = "edit",
    description = {
      "Edit a recipe in $VISUAL or $EDITOR (default: vi), and check it afterwards.",
      "One that comes with photocat is copied to your folder first, where it goes before ours."
    },
    footer = "Example: photocat recipe edit gaps")
final class RecipeEditCommand extends PhotocatCommand {
  @Parameters(index = "0", paramLabel = "RECIPE", description = "The name of the recipe")
  private String name = "";

  RecipeEditCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    RecipeBook book = context().recipes();
    String before = book.text(name);
    boolean isCopy = book.userFile(name).isEmpty();
    Path file = new RecipeFiles(book, context().outputs()).own(name);
    try {
      context().host().edit(file);
    } finally {
      if (isCopy && book.text(name).equals(before)) {
        forget(file);
      }
    }
    if (book.userFile(name).isEmpty()) {
      context().output().note("unchanged: %s is the one that comes with photocat".formatted(name));
      return ExitStatus.DONE;
    }
    book.newsOf(name).forEach(context().output()::note);
    return context().host().run(List.of("recipe", "check", name));
  }

  /** A copy that nobody changed would only hide what a later photocat brings. */
  private static void forget(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove %s: %s".formatted(copy, FailureReason.of(e)), e);
    }
  }
}
