package photocat.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.file.UserPaths;
import photocat.sql.SqlLexer;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * The files that SQL of the user's writes. DuckDB puts them in the place of whatever is there, the
 * catalogue included; and a database that is attached twice, under two names, is soon a broken one.
 * What SQL computes for a name is not seen here.
 */
public final class SqlOutputs {
  /** Statements without these words, most of them, need not be looked at. */
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(copy|export|attach|profiling_output|profile_output|log_query_path)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> BEFORE_FILE = Set.of("TO", "ATTACH", "DATABASE", "EXISTS", "=");

  private static final Set<String> SETTINGS =
      Set.of("PROFILING_OUTPUT", "PROFILE_OUTPUT", "LOG_QUERY_PATH");

  private static final Pattern STRING = Pattern.compile("(?s)(?:[eE]?'(.*)'|(\\$[^$]*\\$)(.*)\\2)");

  /** What DuckDB takes for no part of the path: the kind of database, or that it is a file. */
  private static final Pattern KIND =
      Pattern.compile("^(?:file:(?://(?:localhost)?(?=/))?|[A-Za-z][A-Za-z0-9_]+:(?!//))");

  private final Context context;

  /** Looks at SQL that is to run in the world of {@code context}. */
  public SqlOutputs(Context context) {
    this.context = context;
  }

  /**
   * Fails when {@code sql} would write the catalogue, or attach it once more.
   *
   * @param values those of {@code $1} to {@code $n}
   */
  public void check(String sql, List<? extends @Nullable Object> values) {
    if (!WRITES.matcher(sql).find()) {
      return;
    }
    String before = "";
    boolean attaches = false;
    boolean sets = false;
    for (Token token : SqlLexer.read(sql)) {
      String text = token.in(sql);
      boolean isFile = BEFORE_FILE.contains(before) && (sets || !before.equals("="));
      if (isFile && token.kind() == TokenKind.STRING) {
        check(unquoted(text), attaches);
      } else if (isFile && token.kind() == TokenKind.POSITION) {
        check(value(text, values), attaches);
      }
      if (token.kind() != TokenKind.COMMENT && token.kind() != TokenKind.OPEN) {
        before = text.toUpperCase(Locale.ROOT);
        attaches |= before.equals("ATTACH");
        sets |= SETTINGS.contains(before);
      }
    }
  }

  private void check(String name, boolean attaches) {
    String path = KIND.matcher(name).replaceFirst("");
    if (!path.isEmpty() && !path.contains("://")) {
      Path file = context.resolve(UserPaths.read(path));
      context.outputs().refuseDatabases(file, attaches ? "attach" : "write");
    }
  }

  private static String unquoted(String text) {
    Matcher string = STRING.matcher(text);
    if (!string.matches()) {
      return "";
    }
    return string.group(1) == null ? string.group(3) : string.group(1).replace("''", "'");
  }

  private static String value(String position, List<? extends @Nullable Object> values) {
    int index = position.length() > 1 ? Integer.parseInt(position.substring(1)) - 1 : -1;
    return index >= 0 && index < values.size() ? String.valueOf(values.get(index)) : "";
  }
}
