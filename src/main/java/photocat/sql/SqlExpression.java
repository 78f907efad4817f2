package photocat.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * One SQL expression that a user wrote, checked so that it can stand in brackets inside a statement
 * and cannot reach out of them: nothing left open, no bracket closed that it did not open, no
 * {@code ;}, no comma between expressions, no parameter. Whether it makes sense is DuckDB's to say.
 *
 * @param text the expression without comments, on one or more lines
 */
public record SqlExpression(String text) {
  /**
   * Checks {@code text}, which the user gave as {@code origin}, for example {@code --where}.
   *
   * @throws PhotocatException of kind USAGE, naming what ends the expression and where
   */
  public static SqlExpression of(String origin, String text) {
    Deque<Character> expected = new ArrayDeque<>();
    StringBuilder kept = new StringBuilder(text.length());
    List<Token> tokens = SqlLexer.read(text);
    int copiedTo = 0;
    for (Token token : tokens) {
      if (token.kind() == TokenKind.COMMENT) {
        kept.append(text, copiedTo, token.start()).append(' ');
        copiedTo = token.end();
      } else {
        check(origin, text, token, expected);
      }
    }
    if (!expected.isEmpty()) {
      throw refused(origin, text, "'" + expected.peek() + "' is missing at its end");
    }
    String expression = kept.append(text, copiedTo, text.length()).toString().strip();
    if (expression.isEmpty()) {
      throw refused(origin, text, "it holds no expression");
    }
    return new SqlExpression(expression);
  }

  /** Returns the expression in brackets. */
  public String inBrackets() {
    return "(" + text + ")";
  }

  private static void check(String origin, String text, Token token, Deque<Character> expected) {
    String found = token.in(text);
    boolean harmless =
        switch (token.kind()) {
          case OPEN -> {
            expected.push(closing(found.charAt(0)));
            yield true;
          }
          case CLOSE -> !expected.isEmpty() && expected.pop() == found.charAt(0);
          case SYMBOL -> !found.equals(",") || !expected.isEmpty();
          case SEMICOLON, PARAMETER, POSITION -> false;
          case UNCLOSED_STRING, UNCLOSED_NAME, UNCLOSED_COMMENT -> false;
          default -> true;
        };
    if (!harmless) {
      String problem =
          token.kind().isUnclosed() ? "what starts here has no end" : "it may not stand here";
      String start = found.substring(0, found.offsetByCodePoints(0, 1));
      throw refused(
          origin, text, "'%s' at character %d: %s".formatted(start, token.start() + 1, problem));
    }
  }

  private static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      default -> '}';
    };
  }

  private static PhotocatException refused(String origin, String text, String found) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot use %s \"%s\": %s".formatted(origin, oneLine(text), found))
        .withHint("give one SQL condition, such as \"width >= 1024 AND height >= 1024\"");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
