package photocat.shell;

import java.util.List;
import java.util.Locale;
import photocat.sql.SqlLexer;
import photocat.sql.Token;

/** Whether a transaction of the person's own is open; told from statements, since JDBC cannot. */
enum TransactionState {
  NONE(""),
  OPEN("*"),
  FAILED("!");

  private final String mark;

  TransactionState(String mark) {
    this.mark = mark;
  }

  /** Returns what the prompt shows of it. */
  String mark() {
    return mark;
  }

  /** Returns the state after {@code sql} has been run. */
  TransactionState after(String sql) {
    List<Token> tokens = SqlLexer.read(sql);
    String first = tokens.isEmpty() ? "" : tokens.get(0).in(sql).toLowerCase(Locale.ROOT);
    return switch (first) {
      case "begin", "start" -> OPEN;
      case "commit", "end", "rollback", "abort" -> NONE;
      default -> this;
    };
  }
}
