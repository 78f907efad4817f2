package photocat.shell.complete;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import photocat.catalog.recipe.ParameterType;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeParameter;
import photocat.shell.RecipeCall;

/** What can follow the commands about recipes: names, parameters, values. */
public final class RecipeSuggestions {
  /** Parts of {@code recipe} that take the name of one. */
  private static final Set<String> PARTS = Set.of("show", "edit", "save", "check");

  private static final String MANIFEST = "manifest";

  private final Supplier<NameSnapshot> snapshot;
  private final FileCompleter files;

  /** Offers what {@code snapshot} knows when it is asked. */
  public RecipeSuggestions(Supplier<NameSnapshot> snapshot, FileCompleter files) {
    this.snapshot = snapshot;
    this.files = files;
  }

  /** Tells whether the name of a recipe follows {@code before}. */
  static boolean isBeforeName(List<String> before) {
    String first = before.get(0).startsWith(".") ? before.get(0).substring(1) : before.get(0);
    return first.equals("run")
        ? before.size() == 1
        : first.equals("recipe") && before.size() == 2 && PARTS.contains(before.get(1));
  }

  Stream<Suggestion> names(String prefix) {
    return snapshot.get().recipes().stream()
        .map(recipe -> new Suggestion(prefix + recipe.name(), "recipes", recipe.title(), true));
  }

  /** Offers {@code name=} for parameters not given yet, and values after the {@code =}. */
  Completion arguments(RecipeCall call, String typed, int offset) {
    List<RecipeParameter> parameters =
        snapshot.get().recipes().stream()
            .filter(recipe -> recipe.name().equals(call.recipe()))
            .findFirst()
            .map(Recipe::parameters)
            .orElse(List.of());
    int value = typed.indexOf('=') + 1;
    if (value == 0) {
      List<Suggestion> keys =
          parameters.stream()
              .filter(parameter -> !isGiven(parameter, call))
              .map(RecipeSuggestions::key)
              .filter(key -> key.fits(typed))
              .toList();
      return new Completion(offset, typed, keys);
    }
    String key = typed.substring(0, value - 1);
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(key))
        .findFirst()
        .map(parameter -> value(parameter, typed.substring(value), offset + value))
        .orElse(new Completion(offset, typed, List.of()));
  }

  /** Completes a value of {@code parameter} that is no word of a command: without quotes. */
  public Completion plainValue(RecipeParameter parameter, String typed) {
    return new Completion(
        0,
        typed,
        parameter.type() == ParameterType.PATH ? files.complete(typed) : fitting(parameter, typed));
  }

  private Completion value(RecipeParameter parameter, String typed, int offset) {
    return parameter.type() == ParameterType.PATH
        ? files.inCommand(typed, offset)
        : WordCompletion.of(typed, offset, plain -> fitting(parameter, plain));
  }

  private List<Suggestion> fitting(RecipeParameter parameter, String plain) {
    return values(parameter)
        .map(value -> new Suggestion(value, "values", "", true))
        .filter(value -> value.fits(plain))
        .toList();
  }

  private Stream<String> values(RecipeParameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return parameter.choices().stream();
    }
    if (parameter.type() == ParameterType.BOOL) {
      return Stream.of("true", "false");
    }
    return parameter.name().equals(MANIFEST)
        ? snapshot.get().manifests().map(NameSnapshot.Name::name)
        : parameter.standard().stream();
  }

  private static boolean isGiven(RecipeParameter parameter, RecipeCall call) {
    return call.given().stream().anyMatch(one -> one.startsWith(parameter.name() + "="));
  }

  private static Suggestion key(RecipeParameter parameter) {
    return new Suggestion(
        parameter.name() + "=",
        "parameters",
        parameter.declaration() + "  " + parameter.doc(),
        false);
  }
}
