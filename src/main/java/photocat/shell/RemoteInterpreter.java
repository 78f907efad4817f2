package photocat.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import photocat.command.OutputMode;
import photocat.model.Kind;
import photocat.remote.Ending;
import photocat.remote.HolderConnection;
import photocat.remote.HolderGone;
import photocat.remote.Request;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.Token;

/** Has the process that holds the catalogue run statements, over one connection. */
final class RemoteInterpreter implements AutoCloseable {
  private static final Set<String> QUESTIONS =
      Set.of(
          "SELECT", "FROM", "WITH", "VALUES", "TABLE", "DESCRIBE", "SUMMARIZE", "SHOW", "EXPLAIN");

  private final HolderConnection holder;
  private final TextOutput output;
  private boolean leftSomething;

  RemoteInterpreter(HolderConnection holder, TextOutput output) {
    this.holder = holder;
    this.output = output;
  }

  Outcome run(Statement statement, boolean isCommand, String place, LongConsumer changes)
      throws HolderGone {
    Ending ending =
        holder.run(
            request(Request.What.STATEMENT, List.of(statement.text()), place, output),
            output.passOn());
    leftSomething |= !isCommand && !leavesNothing(statement);
    if (ending.changed() >= 0) {
      changes.accept(ending.changed());
    }
    return Outcome.of(Kind.ofExitCode(ending.exitCode()));
  }

  static Request request(Request.What what, List<String> words, String place, TextOutput output) {
    String mode = output.askedMode().map(OutputMode::word).orElse("");
    return new Request(what, words, place, output.columns(), mode);
  }

  /** Tells whether the session there may hold a transaction, a temporary table or a setting. */
  boolean hasLeftSomething() {
    return leftSomething;
  }

  private static boolean leavesNothing(Statement statement) {
    Token first = SqlLexer.read(statement.text()).get(0);
    return QUESTIONS.contains(first.in(statement.text()).toUpperCase(Locale.ROOT));
  }

  HolderConnection holder() {
    return holder;
  }

  void stop() {
    holder.cancel();
  }

  @Override
  public void close() {
    holder.close();
  }
}
