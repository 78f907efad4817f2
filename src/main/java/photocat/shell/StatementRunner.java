package photocat.shell;

import java.util.function.LongConsumer;
import photocat.job.Jobs;
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

  /** Cuts text into statements, by the rules that they are run by. */
  Script split(String text);

  /** Returns what goes on in this process beside the statements. */
  Jobs jobs();

  /** Stops what is running, if anything is; safe from any thread, and more than once. */
  void stop();

  @Override
  void close();
}
