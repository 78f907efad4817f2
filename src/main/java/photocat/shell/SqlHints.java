package photocat.shell;

import java.util.List;
import photocat.command.CommandInfo;
import photocat.model.PhotocatException;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.Token;

/** Puts our next step under DuckDB's own message where we know one. */
final class SqlHints {
  private SqlHints() {}

  static RuntimeException explain(
      RuntimeException failure, Statement statement, List<CommandInfo> commands) {
    if (!(failure instanceof PhotocatException known) || known.hint().isPresent()) {
      return failure;
    }
    if (known.message().contains("Current transaction is aborted")) {
      return known.withHint("type ROLLBACK; to leave the failed transaction");
    }
    String word = firstWord(statement.text());
    boolean isCommand = commands.stream().anyMatch(command -> command.name().equals(word));
    if (known.message().startsWith("Parser Error") && isCommand) {
      return known.withHint("the command of that name begins with a dot: ." + word);
    }
    return failure;
  }

  private static String firstWord(String sql) {
    List<Token> tokens = SqlLexer.read(sql);
    return tokens.isEmpty() ? "" : tokens.get(0).in(sql);
  }
}
