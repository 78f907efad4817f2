package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a statement with the values that it needs: DuckDB refuses those that it does not.
 *
 * @param statement the text with {@code $1} to {@code $n}
 * @param values the values of {@code $1} to {@code $n}
 */
public record Positions(String statement, List<@Nullable Object> values) {
  /**
   * Numbers the parameters of {@code sql} again.
   *
   * @param values those of {@code $1} to {@code $n} as they stand in {@code sql}; where they are
   *     fewer, the rest stays as it is
   */
  public static Positions in(String sql, List<? extends @Nullable Object> values) {
    StringBuilder statement = new StringBuilder(sql.length());
    List<Integer> used = new ArrayList<>();
    List<@Nullable Object> taken = new ArrayList<>();
    int copiedTo = 0;
    for (Token token : SqlLexer.read(sql)) {
      if (token.kind() == TokenKind.POSITION && token.end() - token.start() > 1) {
        int index = Integer.parseInt(token.in(sql).substring(1)) - 1;
        if (index >= 0 && index < values.size()) {
          if (!used.contains(index)) {
            used.add(index);
            taken.add(values.get(index));
          }
          statement
              .append(sql, copiedTo, token.start())
              .append('$')
              .append(used.indexOf(index) + 1);
          copiedTo = token.end();
        }
      }
    }
    return new Positions(statement.append(sql, copiedTo, sql.length()).toString(), taken);
  }
}
