package photocat.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.catalog.RecipeBook;
import photocat.model.PhotocatException;
import photocat.sql.SqlLexer;
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
    return message.startsWith("Parser Error") && isCommand
        ? Optional.of("the command of that name begins with a dot: ." + word)
        : Optional.empty();
  }

  private static String firstWord(String sql) {
    List<Token> tokens = SqlLexer.read(sql);
    return tokens.isEmpty() ? "" : tokens.get(0).in(sql);
  }
}
