package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import photocat.sql.SqlLexer;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/** One statement of the user's as a row of words, to tell what it might change without DuckDB. */
public final class StatementWords {
  /** No statement without one of them changes a table. */
  private static final Set<String> WRITING =
      Set.of(
          "ALTER",
          "COMMENT",
          "COPY",
          "CREATE",
          "DELETE",
          "DETACH",
          "DROP",
          "EXECUTE",
          "IMPORT",
          "INSERT",
          "MERGE",
          "PRAGMA",
          "SETVAL",
          "TRUNCATE",
          "UPDATE");

  /** What a target follows, beside DELETE FROM. */
  private static final Set<String> BEFORE_TARGET =
      Set.of(
          "COLUMN",
          "COPY",
          "FUNCTION",
          "INTO",
          "MACRO",
          "SEQUENCE",
          "TABLE",
          "TRUNCATE",
          "TYPE",
          "UPDATE",
          "VIEW");

  /** What a statement begins with that only asks. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "DESCRIBE",
          "EXPLAIN",
          "FROM",
          "PIVOT",
          "SELECT",
          "SHOW",
          "SUMMARIZE",
          "TABLE",
          "UNPIVOT",
          "VALUES",
          "WITH");

  /** Functions that read files. */
  private static final Pattern READERS =
      Pattern.compile("READ_.*|PARQUET_.*|SNIFF_.*|GLOB|ST_READ.*|.*_SCAN");

  private static final Set<String> BEFORE_FILE = Set.of("FROM", "JOIN", "DESCRIBE", "SUMMARIZE");

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?!file:)[a-z][a-z0-9+.-]*://");

  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");

  private final String text;
  private final List<Token> tokens;

  /** Reads {@code text}, which holds one statement. */
  public StatementWords(String text) {
    this.text = text;
    this.tokens =
        SqlLexer.read(text).stream().filter(token -> token.kind() != TokenKind.COMMENT).toList();
  }

  /** Tells whether it could change anything at all. */
  boolean mayWrite() {
    return tokens.stream().anyMatch(token -> isWord(token) && WRITING.contains(upper(token)));
  }

  /**
   * Tells whether it is a question by its first word; a transaction that only reads keeps one that
   * goes on to change something, as WITH may, from doing so.
   */
  public boolean asks() {
    StatementWords run = analyzed().map(StatementWords::new).orElse(this);
    return run.tokens.stream()
        .filter(token -> token.kind() != TokenKind.OPEN)
        .findFirst()
        .map(token -> QUESTIONS.contains(run.upper(token)))
        .orElse(false);
  }

  /** Tells whether it copies a whole database, or brings one in. */
  boolean copiesDatabase() {
    return begins("COPY", "FROM", "DATABASE")
        || begins("EXPORT", "DATABASE")
        || begins("IMPORT", "DATABASE")
        || begins("PRAGMA");
  }

  /** Returns the first word. */
  public String first() {
    return tokens.isEmpty() ? "" : upper(tokens.get(0));
  }

  /** Tells whether a text that it reads as a file is something on the network. */
  public boolean readsAddress() {
    return files(TokenKind.STRING).stream().anyMatch(StatementWords::isAddress);
  }

  /** Tells whether it reads what {@code $name} names, or is part of the name of, as a file. */
  public boolean readsFile(String name) {
    return files(TokenKind.PARAMETER).contains("$" + name);
  }

  /** Returns what stands where a file is named that is read. */
  private List<String> files(TokenKind kind) {
    List<String> files = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isFile = depth > 0 || BEFORE_FILE.contains(wordAt(i - 1));
      if (isFile && token.kind() == kind) {
        files.add(token.in(text));
      }
      if (token.kind() == TokenKind.OPEN) {
        depth += depth > 0 || READERS.matcher(wordAt(i - 1)).matches() ? 1 : 0;
      } else if (token.kind() == TokenKind.CLOSE) {
        depth -= depth > 0 ? 1 : 0;
      }
    }
    return files;
  }

  /** Tells whether DuckDB would look for {@code path} on the network. */
  public static boolean isAddress(String path) {
    return ADDRESS.matcher(path).find();
  }

  boolean has(String word) {
    return tokens.stream().anyMatch(token -> isWord(token) && upper(token).equals(word));
  }

  /** Tells whether it has parameters, whose types DuckDB cannot know. */
  boolean hasParameters() {
    return tokens.stream()
        .map(Token::kind)
        .anyMatch(kind -> kind == TokenKind.PARAMETER || kind == TokenKind.POSITION);
  }

  /** Tells whether a name that fits stands in it, in quotes or not. */
  boolean mentions(Predicate<String> name) {
    return tokens.stream().anyMatch(token -> isName(token) && name.test(unquoted(token)));
  }

  /** Tells whether it begins with these words. */
  boolean begins(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!wordAt(i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the name of the prepared statement that it runs. */
  Optional<String> executed() {
    return begins("EXECUTE") && tokens.size() > 1 && isName(tokens.get(1))
        ? Optional.of(unquoted(tokens.get(1)))
        : Optional.empty();
  }

  /** Returns the name that follows the last {@code word}, as it is without quotes. */
  Optional<String> nameAfter(String word) {
    for (int i = tokens.size() - 2; i >= 0; i--) {
      if (wordAt(i).equals(word) && isName(tokens.get(i + 1))) {
        return Optional.of(unquoted(tokens.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the statement that EXPLAIN ANALYZE runs, as it is for any other statement; empty where
   * EXPLAIN alone only tells its plan.
   */
  Optional<String> analyzed() {
    if (!begins("EXPLAIN")) {
      return Optional.of(text);
    }
    int at = 1;
    boolean runs = false;
    while (at < tokens.size() && tokens.get(at).kind() == TokenKind.OPEN) {
      while (at < tokens.size() && tokens.get(at).kind() != TokenKind.CLOSE) {
        runs |= wordAt(at).equals("ANALYZE");
        at++;
      }
      at++;
    }
    if (wordAt(at).equals("ANALYZE")) {
      runs = true;
      at++;
    }
    return runs && at < tokens.size()
        ? Optional.of(text.substring(tokens.get(at).start()))
        : Optional.empty();
  }

  /** Returns the names, as they are written, of what is changed by its place in the statement. */
  List<String> targets(Predicate<String> wanted) {
    List<String> targets = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (isName(tokens.get(i)) && wanted.test(unquoted(tokens.get(i)))) {
        int first = firstOfPath(i);
        if (isTarget(first)) {
          targets.add(text.substring(tokens.get(first).start(), tokens.get(i).end()));
        }
      }
    }
    return targets;
  }

  private int firstOfPath(int last) {
    int first = last;
    while (first >= 2 && tokens.get(first - 1).in(text).equals(".")) {
      first -= 2;
    }
    return first;
  }

  private boolean isTarget(int first) {
    String before = wordAt(first - 1);
    if (before.equals("EXISTS")) {
      // IF NOT EXISTS leaves alone what is there.
      return wordAt(first - 2).equals("IF");
    }
    if (before.equals("FROM")) {
      return wordAt(first - 2).equals("DELETE");
    }
    return BEFORE_TARGET.contains(before) && !TEMPORARY.contains(wordAt(first - 2));
  }

  /** Returns the word at {@code index} in capitals, empty where there is none. */
  private String wordAt(int index) {
    return index >= 0 && index < tokens.size() && isWord(tokens.get(index))
        ? upper(tokens.get(index))
        : "";
  }

  private String upper(Token token) {
    return token.in(text).toUpperCase(Locale.ROOT);
  }

  private static boolean isWord(Token token) {
    return token.kind() == TokenKind.WORD;
  }

  /** DuckDB takes a string for the name of a table, too. */
  private static boolean isName(Token token) {
    return isWord(token)
        || token.kind() == TokenKind.QUOTED_NAME
        || token.kind() == TokenKind.STRING;
  }

  private String unquoted(Token token) {
    String found = token.in(text);
    char quote = found.charAt(0);
    return quote == '"' || quote == '\''
        ? found
            .substring(1, found.length() - 1)
            .replace(String.valueOf(quote).repeat(2), String.valueOf(quote))
        : found;
  }
}
