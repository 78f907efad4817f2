package photocat.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeArguments;
import photocat.catalog.recipe.RecipeParameter;
import photocat.command.Context;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.complete.RecipeSuggestions;
import photocat.shell.render.VisibleText;
import photocat.sql.CommandWords;
import photocat.sql.Statement;

/**
 * Asks the person at the prompt for the values of a recipe that cannot run without more than it was
 * given.
 */
final class RecipeQuestions {
  private final Console console;
  private final Context context;
  private final TextOutput output;
  private final RecipeSuggestions suggestions;

  RecipeQuestions(
      Console console, Context context, TextOutput output, RecipeSuggestions suggestions) {
    this.console = console;
    this.context = context;
    this.output = output;
    this.suggestions = suggestions;
  }

  /**
   * Returns {@code command} with the values that it lacked, most often as it was; empty where the
   * person thought better of it.
   */
  Optional<Statement> completed(Statement command) {
    Optional<Recipe> recipe = Optional.empty();
    Map<String, String> given = Map.of();
    try {
      Optional<RecipeCall> call = RecipeCall.in(InputRules.words(command));
      if (call.isPresent()) {
        recipe = context.recipes().find(call.get().recipe());
        given = RecipeArguments.parse(call.get().arguments());
      }
    } catch (PhotocatException e) {
      // Running it says what is wrong.
      return Optional.of(command);
    }
    Map<String, String> known = given;
    boolean lacks =
        recipe.stream()
            .flatMap(each -> each.parameters().stream())
            .anyMatch(each -> each.isRequired() && !known.containsKey(each.name()));
    return lacks ? asked(command, recipe.orElseThrow(), known) : Optional.of(command);
  }

  private Optional<Statement> asked(Statement command, Recipe recipe, Map<String, String> given) {
    output.note("%s: %s".formatted(recipe.name(), recipe.title()));
    StringBuilder text = new StringBuilder(InputRules.line(command));
    for (RecipeParameter parameter : recipe.parameters()) {
      if (given.containsKey(parameter.name())) {
        continue;
      }
      Optional<String> answer = ask(parameter);
      if (answer.isEmpty()) {
        output.note("recipe %s was not run".formatted(recipe.name()));
        return Optional.empty();
      }
      if (!answer.get().isEmpty()) {
        text.append(' ').append(parameter.name()).append('=');
        text.append(CommandWords.quoted(answer.get(), '"'));
      }
    }
    String background = InputRules.isBackground(command) ? " &" : "";
    return Optional.of(new Statement(text + background, command.line(), command.offset()));
  }

  /** Returns a value, empty text for the usual one; nothing where the person gave up. */
  private Optional<String> ask(RecipeParameter parameter) {
    output.note("  " + explained(parameter));
    String usual = parameter.standard().map(value -> " [" + value + "]").orElse("");
    String question = VisibleText.of(parameter.name() + usual) + ": ";
    LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
    while (true) {
      Optional<String> answer =
          console.askValue(question, typed -> suggestions.plainValue(parameter, typed));
      Optional<String> fault =
          answer.flatMap(
              text ->
                  text.isEmpty()
                      ? Optional.of(parameter.name() + " has no value")
                          .filter(lacking -> parameter.isRequired())
                      : parameter.fault(text, today));
      if (fault.isEmpty()) {
        return answer;
      }
      output.failure(PhotocatException.of(ExitStatus.USAGE, fault.get()));
    }
  }

  private static String explained(RecipeParameter parameter) {
    String values =
        parameter.choices().isEmpty()
            ? parameter.type().expected() + bounds(parameter)
            : "one of " + String.join(", ", parameter.choices());
    String optional =
        parameter.optional() && parameter.standard().isEmpty() ? "; Enter leaves it out" : "";
    String doc = parameter.doc().isEmpty() ? "" : parameter.doc() + ": ";
    return doc + values + optional;
  }

  private static String bounds(RecipeParameter parameter) {
    Optional<String> min = parameter.min().map(BigDecimal::toPlainString);
    Optional<String> max = parameter.max().map(BigDecimal::toPlainString);
    if (min.isPresent() && max.isPresent()) {
      return " from %s to %s".formatted(min.get(), max.get());
    }
    return min.map(bound -> ", %s or more".formatted(bound))
        .or(() -> max.map(bound -> ", %s or less".formatted(bound)))
        .orElse("");
  }
}
