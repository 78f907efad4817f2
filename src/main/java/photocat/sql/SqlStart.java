package photocat.sql;

import java.util.Locale;
import java.util.Set;

/** The words that can begin a SQL statement in DuckDB. */
public final class SqlStart {
  private static final Set<String> WORDS =
      Set.of(
          "abort",
          "alter",
          "analyze",
          "attach",
          "begin",
          "call",
          "checkpoint",
          "comment",
          "commit",
          "copy",
          "create",
          "deallocate",
          "delete",
          "desc",
          "describe",
          "detach",
          "drop",
          "end",
          "execute",
          "explain",
          "export",
          "force",
          "from",
          "grant",
          "import",
          "insert",
          "install",
          "load",
          "merge",
          "pivot",
          "pivot_longer",
          "pivot_wider",
          "pragma",
          "prepare",
          "reindex",
          "release",
          "reset",
          "revoke",
          "rollback",
          "savepoint",
          "select",
          "set",
          "show",
          "start",
          "summarize",
          "table",
          "truncate",
          "unpivot",
          "update",
          "use",
          "vacuum",
          "values",
          "with");

  private SqlStart() {}

  /** Returns the words in lower case, in no order. */
  public static Set<String> words() {
    return WORDS;
  }

  /** Tells whether a statement may begin with {@code word}, in any case. */
  public static boolean isWord(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
