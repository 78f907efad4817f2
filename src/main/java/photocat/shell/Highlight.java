package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import photocat.sql.Script;
import photocat.sql.SqlLexer;
import photocat.sql.SqlStart;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;
import photocat.sql.Token;
import photocat.sql.Unfinished;

/** Tells which parts of typed text are shown in which way. */
final class Highlight {
  /** The words that give a statement its shape; names of types and functions are not among them. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "all",
          "and",
          "anti",
          "any",
          "as",
          "asc",
          "asof",
          "between",
          "by",
          "case",
          "cast",
          "collate",
          "create",
          "cross",
          "cube",
          "delete",
          "desc",
          "distinct",
          "do",
          "drop",
          "else",
          "end",
          "escape",
          "except",
          "exclude",
          "exists",
          "false",
          "filter",
          "for",
          "from",
          "full",
          "group",
          "grouping",
          "having",
          "if",
          "ilike",
          "in",
          "inner",
          "insert",
          "intersect",
          "interval",
          "into",
          "is",
          "join",
          "lambda",
          "lateral",
          "left",
          "like",
          "limit",
          "macro",
          "materialized",
          "natural",
          "not",
          "null",
          "nulls",
          "offset",
          "on",
          "or",
          "order",
          "outer",
          "over",
          "partition",
          "positional",
          "qualify",
          "recursive",
          "replace",
          "returning",
          "right",
          "rollup",
          "sample",
          "select",
          "semi",
          "sequence",
          "set",
          "sets",
          "similar",
          "table",
          "temp",
          "temporary",
          "then",
          "to",
          "true",
          "try_cast",
          "type",
          "union",
          "unnest",
          "update",
          "using",
          "values",
          "view",
          "when",
          "where",
          "window",
          "with",
          "within");

  private Highlight() {}

  /** What a part of the text is. */
  enum Part {
    KEYWORD,
    STRING,
    NUMBER,
    PARAMETER,
    COMMENT,
    COMMAND,
    OPEN_ENDED
  }

  /**
   * A part of the text.
   *
   * @param start index of its first character
   * @param end index after its last character
   */
  record Span(int start, int end, Part part) {}

  /** Returns the parts that are no plain text, in order. */
  static List<Span> of(String text) {
    Script script = StatementSplitter.split(text, first -> ".@".contains(first));
    List<Span> spans = new ArrayList<>();
    int done = 0;
    for (Statement statement :
        Stream.concat(
                script.statements().stream(), script.rest().map(Unfinished::statement).stream())
            .toList()) {
      addSql(text, done, statement.offset(), spans);
      done = statement.offset() + statement.text().length();
      if (".@".indexOf(statement.text().charAt(0)) >= 0) {
        int end = statement.offset() + firstWord(statement.text()).length();
        spans.add(new Span(statement.offset(), end, Part.COMMAND));
      } else {
        addSql(text, statement.offset(), done, spans);
      }
    }
    addSql(text, done, text.length(), spans);
    return spans;
  }

  private static void addSql(String text, int from, int to, List<Span> spans) {
    String sql = text.substring(from, to);
    for (Token token : SqlLexer.read(sql)) {
      part(token, sql)
          .ifPresent(part -> spans.add(new Span(from + token.start(), from + token.end(), part)));
    }
  }

  private static Optional<Part> part(Token token, String sql) {
    return switch (token.kind()) {
      case WORD -> {
        String word = token.in(sql).toLowerCase(Locale.ROOT);
        boolean firstWord = token.start() == 0 && SqlStart.isWord(word);
        yield firstWord || KEYWORDS.contains(word) ? Optional.of(Part.KEYWORD) : Optional.empty();
      }
      case STRING -> Optional.of(Part.STRING);
      case NUMBER -> Optional.of(Part.NUMBER);
      case PARAMETER, POSITION -> Optional.of(Part.PARAMETER);
      case COMMENT, UNCLOSED_COMMENT -> Optional.of(Part.COMMENT);
      case UNCLOSED_STRING, UNCLOSED_NAME -> Optional.of(Part.OPEN_ENDED);
      case QUOTED_NAME, SEMICOLON, OPEN, CLOSE, SYMBOL -> Optional.empty();
    };
  }

  private static String firstWord(String line) {
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }
}
