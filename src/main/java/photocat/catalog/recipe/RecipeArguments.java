package photocat.catalog.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** The {@code key=value} words after the name of a recipe. */
public final class RecipeArguments {
  private RecipeArguments() {}

  /**
   * Returns the values by key, in order.
   *
   * @throws PhotocatException of kind USAGE for a word without {@code =} and for a key given twice
   */
  public static Map<String, String> parse(List<String> words) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw PhotocatException.of(
            ExitStatus.USAGE,
            "cannot read '%s' as a parameter, expected key=value".formatted(word));
      }
      String key = word.substring(0, equals);
      if (given.put(key, word.substring(equals + 1)) != null) {
        throw PhotocatException.of(ExitStatus.USAGE, "parameter %s is given twice".formatted(key));
      }
    }
    return given;
  }
}
