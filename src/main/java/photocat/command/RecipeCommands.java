package photocat.command;

import picocli.CommandLine;

/** The commands about recipes. */
final class RecipeCommands {
  private RecipeCommands() {}

  static void add(CommandLine line, Context context) {
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
