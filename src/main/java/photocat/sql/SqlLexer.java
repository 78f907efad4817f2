package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts SQL text into tokens as DuckDB 1.5 and 2.0 do. Total: any text gives tokens, and what is
 * left open at its end is a token of an unclosed kind. All who read SQL here (splitting,
 * parameters, completion) read these tokens, so that they cannot disagree.
 */
public final class SqlLexer {
  private final String text;
  private int position;

  SqlLexer(String text) {
    this.text = text;
  }

  /** Returns the tokens of {@code text} in order, comments included. */
  public static List<Token> read(String text) {
    SqlLexer lexer = new SqlLexer(text);
    List<Token> tokens = new ArrayList<>();
    for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
      tokens.add(token.get());
    }
    return List.copyOf(tokens);
  }

  /** Returns the next token, empty at the end of the text. */
  Optional<Token> next() {
    if (!skipSpace()) {
      return Optional.empty();
    }
    int start = position;
    TokenKind kind = nextKind();
    return Optional.of(new Token(kind, start, position));
  }

  /** Goes on at {@code offset}, which must be outside of any token. */
  void moveTo(int offset) {
    position = offset;
  }

  /** Tells whether a name without quotes may start with {@code codePoint}. */
  static boolean startsName(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= 'A' && codePoint <= 'Z')
        || codePoint == '_'
        || (codePoint >= 0x80 && !isSpace(codePoint));
  }

  private static boolean continuesName(int codePoint) {
    return startsName(codePoint) || isDigit(codePoint);
  }

  private static boolean isDigit(int codePoint) {
    return codePoint >= '0' && codePoint <= '9';
  }

  /** DuckDB also takes Unicode's spaces, the no-break ones among them, for white space. */
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private boolean skipSpace() {
    while (position < text.length() && isSpace(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
    return position < text.length();
  }

  private TokenKind nextKind() {
    int first = text.codePointAt(position);
    if (startsName(first)) {
      return wordOrEscapeString();
    }
    if (isDigit(first) || (first == '.' && isDigit(at(position + 1)))) {
      return number();
    }
    if (text.startsWith("--", position)) {
      return lineComment();
    }
    if (text.startsWith("/*", position)) {
      return blockComment();
    }
    return switch (first) {
      case '\'' -> quoted('\'', TokenKind.STRING, TokenKind.UNCLOSED_STRING);
      case '"' -> quoted('"', TokenKind.QUOTED_NAME, TokenKind.UNCLOSED_NAME);
      case '$' -> dollar();
      case '?' -> single(TokenKind.POSITION);
      case ';' -> single(TokenKind.SEMICOLON);
      case '(', '[', '{' -> single(TokenKind.OPEN);
      case ')', ']', '}' -> single(TokenKind.CLOSE);
      default -> single(TokenKind.SYMBOL);
    };
  }

  /** Returns the character at {@code index}, or 0 after the end of the text. */
  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private TokenKind single(TokenKind kind) {
    position++;
    return kind;
  }

  /** A name may hold {@code $} after its first character: {@code a$b$c} is one name, no quote. */
  private TokenKind wordOrEscapeString() {
    int start = position;
    position = endOfName(start, true);
    boolean lonelyE = position == start + 1 && (at(start) == 'e' || at(start) == 'E');
    return lonelyE && at(position) == '\'' ? escapeString() : TokenKind.WORD;
  }

  private int endOfName(int from, boolean dollars) {
    int end = from;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (!continuesName(codePoint) && !(dollars && codePoint == '$')) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /** Only {@code E'…'} knows backslashes; elsewhere they are ordinary. */
  private TokenKind escapeString() {
    position++;
    while (position < text.length()) {
      char character = text.charAt(position);
      if (character == '\\' || (character == '\'' && at(position + 1) == '\'')) {
        position = Math.min(position + 2, text.length());
      } else if (character == '\'') {
        return single(TokenKind.STRING);
      } else {
        position++;
      }
    }
    return TokenKind.UNCLOSED_STRING;
  }

  private TokenKind quoted(char quote, TokenKind closed, TokenKind unclosed) {
    int close = text.indexOf(quote, position + 1);
    while (close >= 0 && at(close + 1) == quote) {
      close = text.indexOf(quote, close + 2);
    }
    position = close < 0 ? text.length() : close + 1;
    return close < 0 ? unclosed : closed;
  }

  private TokenKind dollar() {
    int afterDollar = position + 1;
    if (isDigit(at(afterDollar))) {
      position = afterDollar;
      while (isDigit(at(position))) {
        position++;
      }
      return TokenKind.POSITION;
    }
    int endOfTag = endOfName(afterDollar, false);
    if (at(endOfTag) == '$') {
      return dollarString(endOfTag + 1);
    }
    position = Math.max(endOfTag, afterDollar);
    return endOfTag == afterDollar ? TokenKind.SYMBOL : TokenKind.PARAMETER;
  }

  private TokenKind dollarString(int startOfBody) {
    String tag = text.substring(position, startOfBody);
    int close = text.indexOf(tag, startOfBody);
    position = close < 0 ? text.length() : close + tag.length();
    return close < 0 ? TokenKind.UNCLOSED_STRING : TokenKind.STRING;
  }

  private TokenKind number() {
    skipDigits();
    if (at(position) == '.') {
      position++;
      skipDigits();
    }
    int exponent = position + 1;
    if (at(exponent) == '+' || at(exponent) == '-') {
      exponent++;
    }
    if ((at(position) == 'e' || at(position) == 'E') && isDigit(at(exponent))) {
      position = exponent;
      skipDigits();
    }
    return TokenKind.NUMBER;
  }

  private void skipDigits() {
    while (isDigit(at(position)) || at(position) == '_') {
      position++;
    }
  }

  private TokenKind lineComment() {
    while (position < text.length() && at(position) != '\n' && at(position) != '\r') {
      position++;
    }
    return TokenKind.COMMENT;
  }

  /** Block comments nest, as in PostgreSQL. */
  private TokenKind blockComment() {
    int depth = 0;
    while (position < text.length()) {
      if (text.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (text.startsWith("*/", position)) {
        depth--;
        position += 2;
        if (depth == 0) {
          return TokenKind.COMMENT;
        }
      } else {
        position++;
      }
    }
    return TokenKind.UNCLOSED_COMMENT;
  }
}
