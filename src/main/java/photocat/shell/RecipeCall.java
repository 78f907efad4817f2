package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;

/**
 * A recipe among the words of a command: {@code @name}, {@code .run name}, or either behind a
 * command that takes a statement, as in {@code .watch 2 @name}.
 *
 * @param recipe its name
 * @param given what follows the name
 */
public record RecipeCall(String recipe, List<String> given) {
  public RecipeCall {
    given = List.copyOf(given);
  }

  /** Returns the recipe that {@code words} run, empty where they run none. */
  public static Optional<RecipeCall> in(List<String> words) {
    int at = start(words);
    if (at >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(at);
    if (word.startsWith("@") && word.length() > 1) {
      return Optional.of(new RecipeCall(word.substring(1), words.subList(at + 1, words.size())));
    }
    boolean runs = withoutDot(word).equals("run") && at + 1 < words.size();
    boolean named = runs && !words.get(at + 1).startsWith("-");
    return named
        ? Optional.of(new RecipeCall(words.get(at + 1), words.subList(at + 2, words.size())))
        : Optional.empty();
  }

  /** Returns what was given to the recipe itself, without options such as {@code --mode csv}. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    boolean afterOption = false;
    for (String word : given) {
      boolean isOption = word.startsWith("-");
      boolean isValue = afterOption && word.indexOf('=') < 0;
      if (!isOption && !isValue) {
        arguments.add(word);
      }
      afterOption = isOption && word.indexOf('=') < 0;
    }
    return arguments;
  }

  /** Returns where the statement begins that {@code words} run. */
  private static int start(List<String> words) {
    boolean wrapped =
        !words.isEmpty()
            && DotCommands.find(withoutDot(words.get(0)))
                .map(DotCommand::takesStatement)
                .orElse(false);
    int at = wrapped ? 1 : 0;
    while (wrapped && at < words.size() && words.get(at).matches("[0-9.]+|--times(=.*)?")) {
      at++;
    }
    return at;
  }

  private static String withoutDot(String word) {
    return word.startsWith(".") ? word.substring(1) : word;
  }
}
