package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * A statement whose named parameters became numbers. DuckDB's JDBC driver binds {@code $1} but not
 * {@code $name}: setting a named parameter by its index fails with "Parameter argument/count
 * mismatch" (duckdb_jdbc 2.0.0.1).
 *
 * @param statement the text with {@code $1} to {@code $n}; all else, line breaks included, as it
 *     was
 * @param names the names without {@code $}, each once; the first is {@code $1}
 */
public record NamedParameters(String statement, List<String> names) {
  /** Copies the list. */
  public NamedParameters {
    names = List.copyOf(names);
  }

  /**
   * Numbers the parameters of one statement in the order in which they first occur. Strings, quoted
   * names and comments stay as they are.
   *
   * @throws PhotocatException of kind USAGE for {@code $1} or {@code ?}, which would clash
   */
  public static NamedParameters in(String sql) {
    StringBuilder statement = new StringBuilder(sql.length());
    List<String> names = new ArrayList<>();
    int copiedTo = 0;
    for (Token token : SqlLexer.read(sql)) {
      if (token.kind() == TokenKind.POSITION) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot bind parameter %s on line %d: it has no name"
                    .formatted(token.in(sql), lineOf(token, sql)))
            .withHint("write $name");
      }
      if (token.kind() == TokenKind.PARAMETER) {
        statement.append(sql, copiedTo, token.start()).append('$');
        statement.append(number(token.in(sql).substring(1), names));
        copiedTo = token.end();
      }
    }
    statement.append(sql, copiedTo, sql.length());
    return new NamedParameters(statement.toString(), names);
  }

  private static int number(String name, List<String> names) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name) + 1;
  }

  private static long lineOf(Token token, String sql) {
    return sql.substring(0, token.start()).chars().filter(character -> character == '\n').count()
        + 1;
  }
}
