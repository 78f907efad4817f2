package photocat.shell.complete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import photocat.sql.SqlLexer;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/** Completes SQL: tables after FROM, columns of the statement's tables elsewhere, keywords. */
final class SqlCompleter {
  private static final Set<String> BEFORE_TABLE =
      Set.of("from", "join", "into", "update", "table", "describe", "desc", "summarize");

  private static final Set<String> BEFORE_FILE = Set.of("from", "join", "to", "attach", "database");

  private final NameSnapshot snapshot;
  private final FileCompleter files;

  SqlCompleter(NameSnapshot snapshot, FileCompleter files) {
    this.snapshot = snapshot;
    this.files = files;
  }

  /**
   * Completes the word that ends at {@code cursor}.
   *
   * @param offset where the statement begins in {@code text}
   */
  Completion complete(String text, int offset, int cursor) {
    String left = text.substring(offset, cursor);
    List<Token> tokens = new ArrayList<>(SqlLexer.read(left));
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last != null && last.kind() == TokenKind.UNCLOSED_STRING && namesFile(tokens, left)) {
      String typed = last.in(left).substring(1);
      return files.inString(typed, cursor - typed.length());
    }
    if (last != null && (last.kind().isUnclosed() || isInside(last, left))) {
      return new Completion(cursor, "", List.of());
    }
    String word = "";
    if (last != null && last.kind() == TokenKind.WORD && last.end() == left.length()) {
      word = last.in(left);
      tokens.remove(tokens.size() - 1);
    }
    Map<String, String> tables = tablesByAlias(text.substring(offset));
    String typed = word;
    List<Suggestion> suggestions =
        suggestions(tokens, left, word, tables)
            .filter(suggestion -> suggestion.fits(typed))
            .distinct()
            .toList();
    return new Completion(cursor - typed.length(), typed, suggestions);
  }

  /** Tells whether the quote that has no end yet begins the name of a file. */
  private static boolean namesFile(List<Token> tokens, String left) {
    int quote = tokens.size() - 1;
    boolean plain = tokens.get(quote).in(left).startsWith("'");
    String before = lowerAt(tokens, quote - 1, left);
    String function = lowerAt(tokens, quote - 2, left);
    boolean reads = before.equals("(") && (function.startsWith("read_") || function.equals("glob"));
    return plain && (reads || BEFORE_FILE.contains(before));
  }

  /** A line comment goes on where the text ends; any other token before the cursor is over. */
  private static boolean isInside(Token last, String left) {
    return last.kind() == TokenKind.COMMENT
        && last.end() == left.length()
        && last.in(left).startsWith("--");
  }

  private Stream<Suggestion> suggestions(
      List<Token> tokens, String left, String word, Map<String, String> tables) {
    String before = lowerAt(tokens, tokens.size() - 1, left);
    if (before.equals(".")) {
      String qualifier = lowerAt(tokens, tokens.size() - 2, left);
      return columns(Set.of(tables.getOrDefault(qualifier, qualifier)));
    }
    Stream<Suggestion> names = snapshot.tables().map(table -> suggestion(table, "tables"));
    if (BEFORE_TABLE.contains(before)) {
      return names;
    }
    Stream<Suggestion> functions =
        word.isEmpty()
            ? Stream.empty()
            : snapshot
                .functions()
                .map(name -> new Suggestion(name.name() + "(", "functions", name.comment(), false));
    Stream<Suggestion> keywords =
        word.isEmpty()
            ? Stream.empty()
            : snapshot.keywords().map(keyword -> Suggestion.keyword(keyword.name(), word));
    Stream<Suggestion> columns = columns(new HashSet<>(tables.values()));
    return Stream.of(columns, names, functions, keywords).flatMap(each -> each);
  }

  private Stream<Suggestion> columns(Set<String> tables) {
    return snapshot
        .columns()
        .filter(column -> tables.contains(column.parent().toLowerCase(Locale.ROOT)))
        .map(column -> suggestion(column, "columns"));
  }

  private static Suggestion suggestion(NameSnapshot.Name name, String group) {
    String value = name.name();
    boolean plain = value.matches("[a-z_][a-z0-9_]*");
    String quoted = plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    return new Suggestion(quoted, group, name.comment(), false);
  }

  /** The tables that a statement names, in lower case, by their own names and by their aliases. */
  private Map<String, String> tablesByAlias(String statement) {
    Set<String> known = new HashSet<>();
    snapshot.tables().forEach(table -> known.add(table.name().toLowerCase(Locale.ROOT)));
    Map<String, String> tables = new HashMap<>();
    List<Token> tokens = SqlLexer.read(statement);
    for (int i = 0; i < tokens.size(); i++) {
      String table = lowerAt(tokens, i, statement);
      if (known.contains(table)) {
        tables.put(table, table);
        int alias = lowerAt(tokens, i + 1, statement).equals("as") ? i + 2 : i + 1;
        if (alias < tokens.size() && tokens.get(alias).kind() == TokenKind.WORD) {
          tables.putIfAbsent(lowerAt(tokens, alias, statement), table);
        }
      }
    }
    return tables;
  }

  private static String lowerAt(List<Token> tokens, int index, String text) {
    if (index < 0 || index >= tokens.size()) {
      return "";
    }
    return tokens.get(index).in(text).toLowerCase(Locale.ROOT);
  }
}
