package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into statements at {@code ;}. Brackets need no balance: an open one before {@code ;} is
 * DuckDB's to complain about, not a trap at the prompt. We cut because the driver, given several
 * statements, returns the last result only.
 */
public final class StatementSplitter {
  private final String text;
  private final Predicate<String> beginsLine;
  private final SqlLexer lexer;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable Token first;
  private @Nullable Token last;
  private int countedTo;
  private int line = 1;

  private StatementSplitter(String text, Predicate<String> beginsLine) {
    this.text = text;
    this.beginsLine = beginsLine;
    this.lexer = new SqlLexer(text);
  }

  /** Returns the statements of {@code text} and what is unfinished at its end. */
  public static Script split(String text) {
    return split(text, line -> false);
  }

  /**
   * The same for text that holds other things beside SQL, each on one line of its own.
   *
   * @param beginsLine tells from the first token of a statement whether it is one of these; then
   *     the line becomes a statement without regard to {@code ;} and quotes
   */
  public static Script split(String text, Predicate<String> beginsLine) {
    return new StatementSplitter(text, beginsLine).split();
  }

  private Script split() {
    for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
      Token token = next.get();
      if (token.kind() == TokenKind.SEMICOLON) {
        collected().ifPresent(statements::add);
        first = null;
        last = null;
      } else if (token.kind() != TokenKind.COMMENT && !takeWholeLine(token)) {
        first = first == null ? token : first;
        last = token;
      }
    }
    String missing = last != null && last.kind().isUnclosed() ? missing(last) : ";";
    Optional<Unfinished> rest = collected().map(statement -> new Unfinished(statement, missing));
    return new Script(statements, rest);
  }

  private boolean takeWholeLine(Token token) {
    if (first != null || !beginsLine.test(token.in(text))) {
      return false;
    }
    int start = token.start();
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    statements.add(new Statement(text.substring(start, end).stripTrailing(), lineAt(start), start));
    lexer.moveTo(end);
    return true;
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
