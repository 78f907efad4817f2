package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into statements at {@code ;}. Brackets need no balance: an open one before {@code ;} is
 * DuckDB's to complain about, not a trap at the prompt. We cut because the driver, given several
 * statements, returns the last result only.
 */
public final class StatementSplitter {
  private final String text;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable Token first;
  private @Nullable Token last;
  private int countedTo;
  private int line = 1;

  private StatementSplitter(String text) {
    this.text = text;
  }

  /** Returns the statements of {@code text} and what is unfinished at its end. */
  public static Script split(String text) {
    return new StatementSplitter(text).split();
  }

  private Script split() {
    for (Token token : SqlLexer.read(text)) {
      if (token.kind() == TokenKind.SEMICOLON) {
        collected().ifPresent(statements::add);
        first = null;
        last = null;
      } else if (token.kind() != TokenKind.COMMENT) {
        first = first == null ? token : first;
        last = token;
      }
    }
    String missing = last != null && last.kind().isUnclosed() ? missing(last) : ";";
    Optional<Unfinished> rest = collected().map(statement -> new Unfinished(statement, missing));
    return new Script(statements, rest);
  }

  private Optional<Statement> collected() {
    if (first == null || last == null) {
      return Optional.empty();
    }
    int start = first.start();
    return Optional.of(new Statement(text.substring(start, last.end()), lineAt(start), start));
  }

  private int lineAt(int offset) {
    for (; countedTo < offset; countedTo++) {
      if (text.charAt(countedTo) == '\n') {
        line++;
      }
    }
    return line;
  }

  private String missing(Token unclosed) {
    String start = unclosed.in(text);
    return switch (unclosed.kind()) {
      case UNCLOSED_NAME -> "\"";
      case UNCLOSED_COMMENT -> "*/";
      default -> start.startsWith("$") ? start.substring(0, start.indexOf('$', 1) + 1) : "'";
    };
  }
}
