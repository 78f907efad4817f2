package photocat.command.recipe;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands about recipes. */
public final class RecipeCommands {
  private RecipeCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(new RunCommand(context));
    line.addSubcommand(new RecipesCommand(context));
    line.addSubcommand(
        new CommandLine(new RecipeCommand())
            .addSubcommand(new RecipeShowCommand(context))
            .addSubcommand(new RecipeEditCommand(context))
            .addSubcommand(new RecipeSaveCommand(context))
            .addSubcommand(new RecipeCheckCommand(context)));
  }
}
