package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import photocat.model.ExitStatus;
import photocat.remote.CatalogClient;
import photocat.remote.Request;
import photocat.remote.ResultStatus;
import photocat.remote.ServerGoneException;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.Token;

/** Has the process that holds the catalogue run statements, over one connection. */
final class RemoteInterpreter implements AutoCloseable {
  private static final Set<String> QUESTIONS =
      Set.of(
          "SELECT", "FROM", "WITH", "VALUES", "TABLE", "DESCRIBE", "SUMMARIZE", "SHOW", "EXPLAIN");

  private final RemoteRun server;
  private boolean leftSomething;
  private TransactionState transaction = TransactionState.NONE;

  RemoteInterpreter(RemoteRun server) {
    this.server = server;
  }

  Outcome run(Statement statement, boolean isCommand, String place, LongConsumer changes)
      throws ServerGoneException {
    ResultStatus ending = server.run(Request.What.STATEMENT, List.of(statement.text()), place);
    leftSomething |= !isCommand && !leavesNothing(statement.text());
    transaction = TransactionState.valueOf(ending.transaction());
    if (ending.changed() >= 0) {
      changes.accept(ending.changed());
    }
    return Outcome.of(ExitStatus.ofExitCode(ending.exitCode()));
  }

  /** Finds the file of the photo that {@code words} name, for {@code viewer}. */
  Outcome open(List<String> words, String place, Consumer<Path> viewer) throws ServerGoneException {
    StringBuilder file = new StringBuilder();
    RemoteResultWriter told =
        new RemoteResultWriter(
            server.output().streams(), server.output().display(), Optional.empty()) {
          @Override
          public void data(String text) {
            file.append(text);
          }
        };
    ResultStatus ending = server.run(Request.What.PHOTO_FILE, words, place, told);
    if (ending.exitCode() == ExitStatus.DONE.exitCode()) {
      viewer.accept(Path.of(file.toString()));
    }
    return Outcome.of(ExitStatus.ofExitCode(ending.exitCode()));
  }

  /** Returns the transaction of the session there, as it was after the last statement. */
  TransactionState transaction() {
    return transaction;
  }

  /** Tells whether the session there may hold a transaction, a temporary table or a setting. */
  boolean hasLeftSomething() {
    return leftSomething;
  }

  /** Tells whether a statement that was run leaves nothing in its session. */
  static boolean leavesNothing(String sql) {
    Token first = SqlLexer.read(sql).get(0);
    return QUESTIONS.contains(first.in(sql).toUpperCase(Locale.ROOT));
  }

  CatalogClient server() {
    return server.server();
  }

  void stop() {
    server().cancel();
  }

  @Override
  public void close() {
    server().close();
  }
}
