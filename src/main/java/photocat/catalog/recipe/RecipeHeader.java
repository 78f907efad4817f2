package photocat.catalog.recipe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the {@code -- @key value} lines of a recipe file. Every fault is an {@link
 * IllegalArgumentException} with a phrase that names the key.
 */
final class RecipeHeader {
  static final String KEYS = "@title, @doc, @param, @mode, @tags, @example, @writes";

  private static final List<String> MODES =
      List.of("table", "box", "line", "markdown", "csv", "tsv", "json", "jsonl", "none");

  /** {@code name type[?] [= default] [in (a, b)] [min x] [max y] doc}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          """
          (?<name>[a-z][a-z0-9_]*)\\s+(?<type>[a-z]+(?:\\[])?)(?<optional>\\?)?\
          (?:\\s+=\\s*(?<standard>"[^"]*"|'[^']*'|\\S+))?\
          (?:\\s+in\\s*\\((?<choices>[^)]*)\\))?\
          (?:\\s+min\\s+(?<min>-?\\d+(?:\\.\\d+)?))?\
          (?:\\s+max\\s+(?<max>-?\\d+(?:\\.\\d+)?))?\
          (?:\\s+(?<doc>.+))?""");

  /** How a doc begins that was meant to be something else, out of its place or misspelt. */
  private static final Pattern MISPLACED =
      Pattern.compile("(=|\\?|in\\s*\\(|(?:min|max)\\s+-?\\d).*");

  /** Any day will do to find out whether a value can be read. */
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  private final List<String> titles = new ArrayList<>();
  private final List<String> modes = new ArrayList<>();
  private boolean writes;
  final List<String> doc = new ArrayList<>();
  final List<String> tags = new ArrayList<>();
  final List<String> examples = new ArrayList<>();
  final List<RecipeParameter> parameters = new ArrayList<>();

  /** Takes one line, {@code key} without {@code @}. */
  void add(String key, String value) {
    switch (key) {
      case "title" -> once(titles, key, value);
      case "doc" -> doc.add(value);
      case "param" -> parameters.add(parameter(value));
      case "mode" -> once(modes, key, value);
      case "tags" -> tags.addAll(words(value));
      case "example" -> examples.add(value);
      case "writes" -> writes = true;
      default ->
          throw new IllegalArgumentException(
              "unknown key @%s, expected one of %s".formatted(key, KEYS));
    }
  }

  Optional<String> title() {
    return titles.stream().findFirst();
  }

  Optional<String> mode() {
    return modes.stream().findFirst();
  }

  boolean writes() {
    return writes;
  }

  private void once(List<String> values, String key, String value) {
    if (value.isEmpty() || !values.isEmpty()) {
      throw new IllegalArgumentException(
          "@%s %s".formatted(key, value.isEmpty() ? "is empty" : "is given twice"));
    }
    if (key.equals("mode") && !MODES.contains(value)) {
      throw new IllegalArgumentException(
          "@mode is '%s', must be one of %s".formatted(value, String.join(", ", MODES)));
    }
    values.add(value);
  }

  private RecipeParameter parameter(String text) {
    Matcher parts = PARAMETER.matcher(text);
    String doc = parts.matches() && parts.group("doc") != null ? parts.group("doc") : "";
    if (!parts.matches() || MISPLACED.matcher(doc).matches()) {
      throw new IllegalArgumentException(
          "@param '%s' does not read as: name type[?] [= default] [in (a, b)] [min x] [max y] doc"
              .formatted(text));
    }
    String name = parts.group("name");
    if (parameters.stream().anyMatch(known -> known.name().equals(name))) {
      throw new IllegalArgumentException("@param %s is declared twice".formatted(name));
    }
    RecipeParameter parameter =
        new RecipeParameter(
            name,
            type(name, parts.group("type")),
            parts.group("optional") != null,
            Optional.ofNullable(parts.group("standard")).map(RecipeHeader::unquoted),
            words(parts.group("choices")).stream().map(RecipeHeader::unquoted).toList(),
            Optional.ofNullable(parts.group("min")).map(BigDecimal::new),
            Optional.ofNullable(parts.group("max")).map(BigDecimal::new),
            doc);
    return checked(parameter);
  }

  private static ParameterType type(String name, String word) {
    return ParameterType.named(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "@param %s has the unknown type %s, expected one of %s"
                        .formatted(
                            name,
                            word,
                            String.join(
                                ", ",
                                Arrays.stream(ParameterType.values())
                                    .map(ParameterType::word)
                                    .toList()))));
  }

  private static RecipeParameter checked(RecipeParameter parameter) {
    boolean bounded = parameter.min().isPresent() || parameter.max().isPresent();
    if (bounded && !parameter.type().isNumeric()) {
      throw new IllegalArgumentException(
          "@param %s is %s, which takes no min and max"
              .formatted(parameter.name(), parameter.type().word()));
    }
    if (parameter.min().isPresent()
        && parameter.max().isPresent()
        && parameter.min().get().compareTo(parameter.max().get()) > 0) {
      throw new IllegalArgumentException(
          "@param %s has min %s above max %s"
              .formatted(parameter.name(), parameter.min().get(), parameter.max().get()));
    }
    parameter.standard().ifPresent(value -> check(parameter, "default", value));
    parameter.choices().forEach(value -> check(parameter, "choice", value));
    return parameter;
  }

  private static void check(RecipeParameter parameter, String role, String value) {
    parameter
        .fault(value, SOME_DAY)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("@param %s of %s".formatted(role, fault));
            });
  }

  private static String unquoted(String value) {
    boolean quoted = value.startsWith("\"") || value.startsWith("'");
    return quoted && value.length() > 1 ? value.substring(1, value.length() - 1) : value;
  }

  private static List<String> words(@Nullable String separatedByCommas) {
    if (separatedByCommas == null) {
      return List.of();
    }
    return Arrays.stream(separatedByCommas.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
