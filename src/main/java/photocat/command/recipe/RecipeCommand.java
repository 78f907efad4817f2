package photocat.command.recipe;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about one recipe. */
@Command(
    name = "recipe",
    description = {
      "Show, edit, save or check a recipe; 'recipes' lists them, 'run' runs them.",
      "A recipe of yours is a file in ./sql/recipes or $XDG_CONFIG_HOME/photocat/recipes (default:"
          + " ~/.config)."
    },
    footer = "Example: photocat recipe show coverage")
final class RecipeCommand extends CommandGroup {}
