package photocat.command.recipe;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photocat.catalog.recipe.BoundRecipe;
import photocat.catalog.recipe.ParameterType;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeArguments;
import photocat.catalog.recipe.RecipeParameter;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.file.UserPaths;
import photocat.model.Amounts;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recipe. */
@Command(
    name = "run",
    description = {
      "Run a recipe: a question to the catalogue that has a name. It changes nothing, unless its"
          + " header says @writes.",
      "'recipes' lists them; 'recipe show RECIPE' tells what one does and which values it takes."
    },
    footer = "Example: photocat run gaps least=10")
public final class RunCommand extends PhotocatCommand {
  @Parameters(index = "0", paramLabel = "RECIPE", description = "The name of the recipe")
  private String recipe = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "KEY=VALUE",
      description = "Values of its parameters (default: those that the recipe names)")
  private final List<String> arguments = new ArrayList<>();

  @Option(
      names = "--write-own-tables",
      description =
          "Let the recipe change what photocat keeps in its own tables (default: asked at the"
              + " prompt, refused elsewhere)")
  private boolean writeOwnTables;

  RunCommand(Context context) {
    super(context);
  }

  /** Many a recipe needs none, as those over files of the user's. */
  @Override
  protected CatalogUse use() {
    return CatalogUse.SQL;
  }

  @Override
  protected ExitStatus run() {
    Output output = context().output();
    context().recipes().newsOf(recipe).forEach(output::note);
    Map<String, String> given = RecipeArguments.parse(arguments);
    LocalDate today = LocalDate.ofInstant(context().clock().instant(), ZoneOffset.UTC);
    Recipe named = context().recipes().require(recipe);
    BoundRecipe bound = named.bind(atHome(named, given), today);
    long changed = new RecipeRun(context(), bound).run(consent());
    if (changed >= 0) {
      output.note(Amounts.count(changed, "row") + " changed");
    }
    return ExitStatus.DONE;
  }

  /** DuckDB knows the home folder of this user only. */
  private Map<String, String> atHome(Recipe named, Map<String, String> given) {
    Map<String, String> values = new HashMap<>(given);
    for (RecipeParameter parameter : named.parameters()) {
      if (parameter.type() == ParameterType.PATH) {
        values.computeIfPresent(
            parameter.name(),
            (name, path) ->
                path.startsWith("~") ? context().resolve(UserPaths.read(path)).toString() : path);
      }
    }
    return values;
  }

  private Consent consent() {
    return writeOwnTables ? Consent.GIVEN : context().consentToOwnTables();
  }
}
