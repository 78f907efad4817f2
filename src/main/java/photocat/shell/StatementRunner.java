package photocat.shell;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import photocat.job.Jobs;
import photocat.model.ExitStatus;
import photocat.sql.Script;
import photocat.sql.Statement;

/**
 * Runs statements, commands and recipes one after another. What one leaves behind, such as a
 * transaction, is there for the next.
 */
interface StatementRunner extends AutoCloseable {
  /**
   * Runs one statement; failures are reported.
   *
   * @param place put before the message of a failure: {@code "file.sql:3: "}, or empty
   * @param changes told how many rows SQL changed that gave no rows
   */
  Outcome run(Statement statement, String place, LongConsumer changes);

  /** Tells whether the next statement of a script runs after a failure. */
  boolean goesOnAfterFailures();

  /** Runs all statements of a script, to its end or to the first failure. */
  default Outcome runAll(ScriptText script, LongConsumer changes) {
    Outcome ended = Outcome.of(ExitStatus.DONE);
    for (Statement statement : script.statements(this::split)) {
      ended = ended.then(run(statement, script.place(statement), changes));
      if (endsWith(ended)) {
        break;
      }
    }
    return ended;
  }

  /** Tells whether nothing more of a script runs after {@code outcome}. */
  default boolean endsWith(Outcome outcome) {
    boolean stopped = outcome.kind() == ExitStatus.INTERRUPTED;
    return outcome.leaving() || stopped || (outcome.isFailure() && !goesOnAfterFailures());
  }

  /** Returns whether a transaction of the person's is open, as far as it is known here. */
  TransactionState transaction();

  /** Reads a script of the user's, which {@link #stop} ends. */
  ScriptText script(Path file);

  /** Cuts text into statements, by the rules that they are run by. */
  Script split(String text);

  /** Returns what goes on in this process beside the statements. */
  Jobs jobs();

  /**
   * Puts the file that results went to in place, where all went well up to here; tells of what it
   * could not.
   *
   * @param ended how the statements have ended
   */
  Outcome finish(Outcome ended);

  /** Stops what is running, if anything is; safe from any thread, and more than once. */
  void stop();

  @Override
  void close();
}
