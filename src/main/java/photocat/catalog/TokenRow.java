package photocat.catalog;

import java.util.List;
import java.util.Locale;
import photocat.sql.SqlLexer;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * The tokens of one statement without its comments. Any index may be asked for: where there is no
 * token there is no text either.
 *
 * @param sql the text that they were read from
 * @param tokens the tokens, up to the end of the first statement
 */
record TokenRow(String sql, List<Token> tokens) {
  static TokenRow of(String sql) {
    return new TokenRow(
        sql,
        SqlLexer.read(sql).stream()
            .filter(token -> token.kind() != TokenKind.COMMENT)
            .takeWhile(token -> token.kind() != TokenKind.SEMICOLON)
            .toList());
  }

  int size() {
    return tokens.size();
  }

  Token get(int at) {
    return tokens.get(at);
  }

  /** Returns the name as DuckDB reads it: words stand for themselves, with their dots. */
  String plain(int first, int last) {
    if (tokens.get(first).kind() == TokenKind.STRING) {
      return string(first);
    }
    StringBuilder plain = new StringBuilder();
    for (int i = first; i <= last; i++) {
      String part = text(i);
      plain.append(
          tokens.get(i).kind() == TokenKind.QUOTED_NAME
              ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
              : part);
    }
    return plain.toString();
  }

  /** Returns the index after a string, a parameter, a name with dots or a group in brackets. */
  int operandEnd(int from) {
    if (from >= tokens.size()) {
      return from;
    }
    return switch (tokens.get(from).kind()) {
      case STRING, POSITION, PARAMETER -> from + 1;
      case OPEN -> text(from).equals("(") ? Math.min(close(from) + 1, tokens.size()) : from;
      case WORD, QUOTED_NAME -> {
        int end = from + 1;
        while (text(end).equals(".") && !name(end + 1).isEmpty()) {
          end += 2;
        }
        yield end;
      }
      default -> from;
    };
  }

  /** Returns the index of {@code word} outside of brackets, or that after the last token. */
  int next(String word, int from) {
    int at = from;
    while (at < tokens.size() && !word(at).equals(word)) {
      at = is(TokenKind.OPEN, at) ? close(at) + 1 : at + 1;
    }
    return Math.min(at, tokens.size());
  }

  /** Returns the index of the bracket that closes that at {@code open}. */
  int close(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += is(TokenKind.OPEN, i) ? 1 : 0;
      depth -= is(TokenKind.CLOSE, i) ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  boolean is(TokenKind kind, int at) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  String text(int at) {
    return at < tokens.size() ? tokens.get(at).in(sql) : "";
  }

  /** Returns the word at {@code at} in capitals, empty where there is none. */
  String word(int at) {
    return is(TokenKind.WORD, at) ? text(at).toUpperCase(Locale.ROOT) : "";
  }

  /** The same, in quotes or not. */
  String name(int at) {
    return is(TokenKind.QUOTED_NAME, at)
        ? text(at).substring(1, text(at).length() - 1).toUpperCase(Locale.ROOT)
        : word(at);
  }

  /** Returns the string at {@code at}; empty where there is none, or one with escapes. */
  String string(int at) {
    String text = is(TokenKind.STRING, at) ? text(at) : "";
    if (text.startsWith("e") || text.startsWith("E")) {
      return "";
    }
    if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    int tag = text.startsWith("$") ? text.indexOf('$', 1) + 1 : 0;
    return text.substring(tag, text.length() - tag);
  }
}
