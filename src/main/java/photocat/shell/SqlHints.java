package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.catalog.recipe.RecipeBook;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;
import photocat.shell.dot.DotCommands;
import photocat.sql.SqlLexer;
import photocat.sql.SqlStart;
import photocat.sql.Statement;
import photocat.sql.Token;

/** Puts our next step under DuckDB's own message where we know one. */
final class SqlHints {
  private static final Pattern MISSING_TABLE =
      Pattern.compile("Table with name (\\S+) does not exist");

  private SqlHints() {}

  static RuntimeException explain(
      RuntimeException failure, Statement statement, InputRules rules, RecipeBook recipes) {
    if (!(failure instanceof PhotocatException known) || known.hint().isPresent()) {
      return failure;
    }
    return hint(known.message(), statement, rules, recipes).map(known::withHint).orElse(known);
  }

  static boolean isOfMissingTable(String message) {
    return MISSING_TABLE.matcher(message).find();
  }

  private static Optional<String> hint(
      String message, Statement statement, InputRules rules, RecipeBook recipes) {
    if (message.contains("Current transaction is aborted")) {
      return Optional.of("type ROLLBACK; to leave the failed transaction");
    }
    Matcher missing = MISSING_TABLE.matcher(message);
    if (missing.find() && recipes.names().contains(missing.group(1))) {
      return Optional.of("a recipe has that name: @" + missing.group(1));
    }
    String word = firstWord(statement.text());
    boolean isCommand = rules.commands().stream().anyMatch(each -> each.name().equals(word));
    if (!message.startsWith("Parser Error")) {
      return Optional.empty();
    }
    if (isCommand || DotCommands.find(word).isPresent()) {
      return Optional.of("the command of that name begins with a dot: ." + word);
    }
    return SqlStart.isWord(word) ? Optional.empty() : near(word, rules);
  }

  private static Optional<String> near(String word, InputRules rules) {
    List<String> known = new ArrayList<>(SqlStart.words());
    rules.commands().forEach(command -> known.add("." + command.name()));
    DotCommands.words().forEach(own -> known.add("." + own));
    List<String> near = NearestNames.to(word, known);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near));
  }

  private static String firstWord(String sql) {
    List<Token> tokens = SqlLexer.read(sql);
    return tokens.isEmpty() ? "" : tokens.get(0).in(sql);
  }
}
