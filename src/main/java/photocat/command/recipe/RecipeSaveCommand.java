package photocat.command.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.recipe.RecipeFiles;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a recipe of the last statement. */
@Command(
    name = "save",
    description = {
      "Save the last SQL that was run at this prompt, or in this script, as a recipe of yours.",
      "Each $name in it becomes a parameter; 'recipe edit' gives it a type and a meaning."
    },
    footer = "Example: .recipe save bees/by-year --title \"Photos of bees by year\"")
final class RecipeSaveCommand extends PhotocatCommand {
  @Parameters(
      index = "0",
      paramLabel = "RECIPE",
      description = "Its name; with / it lies in a folder")
  private String name = "";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What it answers, in one line (default: the words of its name)")
  private @Nullable String title;

  @Option(names = "--force", description = "Also over a recipe of this name")
  private boolean force;

  RecipeSaveCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    String statement =
        context()
            .host()
            .lastStatement()
            .orElseThrow(
                () ->
                    PhotocatException.of(
                            ExitStatus.USAGE,
                            "cannot save recipe %s: no SQL was run yet".formatted(name))
                        .withHint("run a statement here, then save it"));
    Path file =
        new RecipeFiles(context().recipes(), context().outputs())
            .save(name, Optional.ofNullable(title), statement, force);
    context().output().note("wrote %s; @%s runs it".formatted(file, name));
    return context().host().run(List.of("recipe", "check", name));
  }
}
