package photocat.catalog.recipe;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photocat.catalog.StatementWords;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.sql.CommandWords;
import photocat.sql.NamedParameters;

/**
 * A question to the catalogue that has a name: one SQL statement, and a header that says what it is
 * for and which values it takes.
 *
 * @param name path of its file without {@code .sql}, folders separated by {@code /}
 * @param origin the file it was read from, or {@code photocat} for one that is shipped inside
 * @param title what it answers, one line
 * @param doc more about it, lines separated by line breaks; may be empty
 * @param parameters the values it takes, in the order of the file
 * @param mode the output mode that suits it, empty for the usual one
 * @param tags words that group recipes
 * @param examples arguments to try, as typed after the name; the first is the best
 * @param statement its SQL with {@code $name} parameters, without the header and the last {@code ;}
 * @param firstLine line of the file that the statement starts on
 * @param writes whether it may change the catalogue, write files and reach the network
 */
public record Recipe(
    String name,
    String origin,
    String title,
    String doc,
    List<RecipeParameter> parameters,
    Optional<String> mode,
    List<String> tags,
    List<String> examples,
    String statement,
    int firstLine,
    boolean writes) {
  /** Copies the lists. */
  public Recipe {
    parameters = List.copyOf(parameters);
    tags = List.copyOf(tags);
    examples = List.copyOf(examples);
  }

  /** Binds values as of today, the day in UTC. */
  public BoundRecipe bind(Map<String, String> given) {
    return bind(given, LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * Returns the statement with its values: those given, else the parameters' standard values, else
   * NULL.
   *
   * @param given values by parameter name, as a person writes them
   * @param today the day that {@code today} means
   * @throws PhotocatException of kind USAGE for a value that is missing, unknown, or not allowed
   */
  public BoundRecipe bind(Map<String, String> given, LocalDate today) {
    try {
      return bound(given, today);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same with the values of an example; whatever is wrong with them is an {@link
   * IllegalArgumentException} or a failure of kind USAGE.
   */
  BoundRecipe bindExample(String example, LocalDate today) {
    return bound(RecipeArguments.parse(CommandWords.of(example)), today);
  }

  private BoundRecipe bound(Map<String, String> given, LocalDate today) {
    refuseUnknown(given);
    refuseMissing(given);
    NamedParameters numbered = NamedParameters.in(statement);
    List<@Nullable Object> values = new ArrayList<>(parameters.size());
    for (String wanted : numbered.names()) {
      RecipeParameter parameter = parameter(wanted);
      String text = given.getOrDefault(wanted, parameter.standard().orElse(""));
      refuseAddress(parameter, text);
      values.add(parameter.value(text, today));
    }
    return new BoundRecipe(this, numbered.statement(), values);
  }

  private RecipeParameter parameter(String wanted) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " does not declare " + wanted));
  }

  /** What only reads does not reach the network either: an address may tell what it read. */
  private void refuseAddress(RecipeParameter parameter, String text) {
    boolean isFile =
        parameter.type() == ParameterType.PATH
            || new StatementWords(statement).readsFile(parameter.name());
    if (!writes && isFile && StatementWords.isAddress(text)) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot run recipe %s: its %s '%s' is on the network, and there is no @writes"
                  .formatted(name, parameter.name(), OneLine.of(text)))
          .withHint("name a file, or put '-- @writes' above the statement if it is meant to");
    }
  }

  private void refuseUnknown(Map<String, String> given) {
    List<String> known = parameters.stream().map(RecipeParameter::name).toList();
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        List<String> near = NearestNames.to(key, known);
        throw new IllegalArgumentException(
            "it has no parameter '%s'".formatted(key)
                + (near.isEmpty() ? "" : "; did you mean " + near.get(0)));
      }
    }
  }

  private void refuseMissing(Map<String, String> given) {
    String missing =
        parameters.stream()
            .filter(parameter -> parameter.isRequired() && !given.containsKey(parameter.name()))
            .map(RecipeParameter::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("it needs a value for " + missing);
    }
  }

  private PhotocatException usage(String fault) {
    String declarations =
        parameters.stream().map(RecipeParameter::declaration).collect(Collectors.joining("; "));
    return PhotocatException.of(ExitStatus.USAGE, "cannot run recipe %s: %s".formatted(name, fault))
        .withHint(
            parameters.isEmpty()
                ? name + " takes no parameters"
                : "%s takes %s".formatted(name, declarations));
  }
}
