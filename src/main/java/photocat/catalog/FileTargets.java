package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import photocat.catalog.FileTarget.Form;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * Finds the files that a statement of the user's writes, attaches or runs. Strict: a name that is
 * not written as DuckDB 2.0 takes it is {@link Form#UNKNOWN}, rather than none.
 */
public final class FileTargets {
  /** What runs the scripts of a folder. */
  static final String IMPORT = "IMPORT DATABASE";

  /** The same as a pragma. */
  private static final String IMPORT_PRAGMA = "IMPORT_DATABASE";

  /**
   * Statements without these words, most of them, need not be looked at. Wherever they stand, since
   * what begins and ends a word is DuckDB's to say.
   */
  private static final Pattern WRITES =
      Pattern.compile(
          "copy|export|import|attach|profiling_output|profile_output|log_query_path"
              + "|enable_logging|enable_profiling",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RUNS_PREPARED = Pattern.compile("execute", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SETTINGS =
      Set.of("PROFILING_OUTPUT", "PROFILE_OUTPUT", "LOG_QUERY_PATH");

  private static final Set<String> SCOPES = Set.of("GLOBAL", "SESSION", "LOCAL", "PERSIST");

  /** Functions that have all queries written down. */
  private static final Set<String> FUNCTIONS = Set.of("ENABLE_LOGGING", "ENABLE_PROFILING");

  private static final Set<String> FILE_ARGUMENTS =
      Set.of("SAVE_LOCATION", "STORAGE_PATH", "STORAGE_CONFIG", "PATH");

  /** Options of COPY that are parts of the names of its files. */
  private static final Set<String> PARTS = Set.of("FILENAME_PATTERN", "FILE_EXTENSION");

  private static final Set<String> BEFORE_ATTACHED =
      Set.of("ATTACH", "OR", "REPLACE", "DATABASE", "IF", "NOT", "EXISTS");

  private final String sql;
  private final TokenRow tokens;
  private final List<FileTarget> found = new ArrayList<>();
  private boolean isPrepared;

  private FileTargets(String sql) {
    this.sql = sql;
    this.tokens = TokenRow.of(sql);
  }

  /** Returns the files of {@code sql}, in the order in which they stand there. */
  public static List<FileTarget> of(String sql) {
    if (!WRITES.matcher(sql).find()) {
      return List.of();
    }
    Optional<String> run = new StatementWords(sql).analyzed();
    if (run.isEmpty()) {
      return List.of();
    }
    FileTargets targets = new FileTargets(sql);
    targets.read(sql.length() - run.get().length());
    return targets.found;
  }

  /** Returns the files of the statement that {@code sql} runs, where it is an EXECUTE. */
  public static List<FileTarget> ofPrepared(String sql, Session session) {
    if (!RUNS_PREPARED.matcher(sql).find()) {
      return List.of();
    }
    return new StatementWords(sql)
        .analyzed()
        .flatMap(run -> new StatementWords(run).executed())
        .flatMap(name -> OwnTables.prepared(session, name))
        .map(FileTargets::of)
        .orElse(List.of());
  }

  private void read(int offset) {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).start() < offset) {
      first++;
    }
    if (tokens.word(first).equals("PREPARE")) {
      first = tokens.next("AS", first) + 1;
      isPrepared = true;
    }
    switch (tokens.word(first)) {
      case "COPY" -> copy(first);
      case "EXPORT" -> export(first);
      case "IMPORT" -> add(IMPORT, first + 2, tokens.operandEnd(first + 2), true);
      case "ATTACH" -> attach(first);
      case "SET" -> setting(first);
      case "PRAGMA" -> {
        setting(first);
        importPragma(first);
      }
      default -> {
        // Others write nothing but through functions.
      }
    }
    functions();
  }

  private void copy(int first) {
    int to = tokens.next("TO", first);
    if (to == tokens.size() || tokens.word(first + 1).equals("FROM")) {
      return;
    }
    int end = tokens.operandEnd(to + 1);
    boolean isWhole =
        end == tokens.size() || tokens.is(TokenKind.OPEN, end) || !tokens.word(end).isEmpty();
    add("COPY", to + 1, end, isWhole);
    for (int i = end; i < tokens.size(); i++) {
      if (PARTS.contains(tokens.name(i)) && !isPart(i + 1)) {
        add("COPY", i + 1, i + 2, false);
      }
    }
  }

  private void export(int first) {
    int to = tokens.next("TO", first);
    int at = to < tokens.size() ? to + 1 : first + 2;
    add("EXPORT DATABASE", at, tokens.operandEnd(at), true);
  }

  private void attach(int first) {
    int start = first;
    while (BEFORE_ATTACHED.contains(tokens.word(start))) {
      start++;
    }
    int as = tokens.next("AS", start);
    int end = tokens.operandEnd(start);
    if (as < tokens.size()) {
      add("ATTACH", start, as, true);
    } else if (end == tokens.size()
        || (tokens.is(TokenKind.OPEN, end) && tokens.name(end - 1).isEmpty())) {
      add("ATTACH", start, end, true);
    } else {
      // What is in brackets at the end may be options, or belong to a function.
      add("ATTACH", start, tokens.size(), !tokens.is(TokenKind.CLOSE, tokens.size() - 1));
    }
  }

  private void setting(int first) {
    int at = SCOPES.contains(tokens.word(first + 1)) ? first + 2 : first + 1;
    boolean sets = tokens.text(at + 1).equals("=") || tokens.word(at + 1).equals("TO");
    boolean isDefault =
        at + 3 == tokens.size() && Set.of("DEFAULT", "NULL").contains(tokens.word(at + 2));
    if (SETTINGS.contains(tokens.name(at)) && sets && !isDefault) {
      add(tokens.word(first), at + 2, tokens.size(), true);
    }
  }

  private void importPragma(int first) {
    for (int i = first + 1; i < tokens.size(); i++) {
      if (tokens.name(i).equals(IMPORT_PRAGMA) && tokens.is(TokenKind.OPEN, i + 1)) {
        add(IMPORT, i + 2, tokens.close(i + 1), true);
      }
    }
  }

  private void functions() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (FUNCTIONS.contains(tokens.name(i)) && tokens.is(TokenKind.OPEN, i + 1)) {
        int end = tokens.close(i + 1);
        for (int argument = i + 2; argument < end; argument++) {
          argument(tokens.name(i), argument);
        }
      }
    }
  }

  private void argument(String function, int at) {
    String argument =
        tokens.name(at).isEmpty() ? tokens.string(at).toUpperCase(Locale.ROOT) : tokens.name(at);
    int value = at + 1;
    while (Set.of(":", "=", ">").contains(tokens.text(value))) {
      value++;
    }
    if (FILE_ARGUMENTS.contains(argument) && value > at + 1 && !tokens.text(value).equals("{")) {
      boolean isWhole = tokens.text(value + 1).equals(",") || tokens.is(TokenKind.CLOSE, value + 1);
      add(function, value, value + 1, isWhole && !tokens.string(value).isEmpty());
    }
  }

  private void add(String statement, int from, int to, boolean isKnown) {
    if (from >= tokens.size()) {
      return;
    }
    int last = Math.min(Math.max(to, from + 1), tokens.size()) - 1;
    int start = tokens.get(from).start();
    int end = tokens.get(last).end();
    int first = from;
    while (first < last && tokens.text(first).equals("(") && tokens.close(first) == last) {
      first++;
      last--;
    }
    Form form = isKnown ? form(first, last) : Form.UNKNOWN;
    String text = form == Form.TEXT ? tokens.plain(first, last) : sql.substring(start, end);
    if (isPrepared && form != Form.TEXT) {
      form = Form.UNKNOWN;
    }
    found.add(new FileTarget(form, statement, start, end, text));
  }

  private Form form(int first, int last) {
    Token token = tokens.get(first);
    if (tokens.operandEnd(first) != last + 1 || tokens.is(TokenKind.OPEN, first)) {
      return Form.COMPUTED;
    }
    boolean isParameter = token.kind() == TokenKind.POSITION || token.kind() == TokenKind.PARAMETER;
    if (isParameter) {
      return Form.VALUE;
    }
    return token.kind() == TokenKind.STRING && tokens.string(first).isEmpty()
        ? Form.COMPUTED
        : Form.TEXT;
  }

  private boolean isPart(int at) {
    String part = tokens.name(at).isEmpty() ? tokens.string(at) : tokens.name(at);
    return !part.isEmpty() && !part.contains("/") && !part.contains("\\");
  }
}
