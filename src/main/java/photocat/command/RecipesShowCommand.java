package photocat.command;

import java.util.ArrayList;
import java.util.List;
import photocat.catalog.Recipe;
import photocat.catalog.RecipeParameter;
import photocat.model.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Describes one recipe. */
@Command(
    name = "show",
    description = "Show what a recipe does: its parameters, an example and its SQL.",
    footer = "Example: photocat recipes show coverage")
final class RecipesShowCommand extends PhotocatCommand {
  @Parameters(index = "0", paramLabel = "RECIPE", description = "The name of the recipe")
  private String name = "";

  RecipesShowCommand(Context context) {
    super(context);
  }

  @Override
  Kind run() {
    describe(context().recipes().require(name)).forEach(context().output()::line);
    return Kind.DONE;
  }

  private static List<String> describe(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(recipe.name(), recipe.title()));
    lines.add("from %s".formatted(recipe.origin()));
    if (!recipe.doc().isEmpty()) {
      lines.add("");
      lines.addAll(recipe.doc().lines().toList());
    }
    lines.add("");
    lines.addAll(parameters(recipe.parameters()));
    if (!recipe.examples().isEmpty()) {
      lines.add("");
      recipe.examples().forEach(arguments -> lines.add(example(recipe, arguments)));
    }
    lines.add("");
    lines.addAll((recipe.statement() + ";").lines().toList());
    return lines;
  }

  private static String example(Recipe recipe, String arguments) {
    return "Example: photocat run %s %s".formatted(recipe.name(), arguments).stripTrailing();
  }

  private static List<String> parameters(List<RecipeParameter> parameters) {
    if (parameters.isEmpty()) {
      return List.of("It takes no parameters.");
    }
    int width = parameters.stream().mapToInt(p -> p.declaration().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("Parameters:");
    for (RecipeParameter parameter : parameters) {
      String padding = " ".repeat(width - parameter.declaration().length() + 2);
      String required = parameter.isRequired() ? " (required)" : "";
      lines.add(
          "  %s%s%s%s".formatted(parameter.declaration(), padding, parameter.doc(), required));
    }
    return lines;
  }
}
