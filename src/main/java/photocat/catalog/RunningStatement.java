package photocat.catalog;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;

/**
 * The statement that a session runs just now, and the requests to stop: one for this statement, and
 * one for all the work that it is part of. Thread-safe.
 */
final class RunningStatement {
  private static final Logger log = LoggerFactory.getLogger(RunningStatement.class);
  private static final String STOPPED = "INTERRUPT Error: stopped before the first row";
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private volatile Cancellation work = new Cancellation();
  private volatile @Nullable Statement statement;
  private volatile boolean cancelled;

  /** From now on {@code newWork} stops what runs, and all that would follow. */
  void obey(Cancellation newWork) {
    work = newWork;
    newWork.onCancel(this::cancel);
  }

  /** Throws an INTERRUPTED failure that names {@code what} when all of the work should stop. */
  void check(String what) {
    work.check(what);
  }

  /** Another statement is being prepared, which an earlier request did not mean. */
  void prepare() {
    cancelled = false;
  }

  /** A stop that came while the statement was being prepared had nothing to reach. */
  void begin(Statement prepared) throws SQLException {
    statement = prepared;
    if (isStopped()) {
      throw stopped(null);
    }
  }

  void end() {
    statement = null;
  }

  Optional<Statement> now() {
    return Optional.ofNullable(statement);
  }

  boolean isStopped() {
    return cancelled || work.isCancelled();
  }

  static SQLException stopped(@Nullable SQLException cause) {
    return new SQLException(STOPPED, cause);
  }

  /** Stops the statement, if there is one; from any thread. */
  void cancel() {
    cancelled = true;
    Statement running = statement;
    if (running != null) {
      interrupt(running);
    }
  }

  /** DuckDB forgets an interrupt that comes just before it begins, so another one follows. */
  private void interrupt(Statement running) {
    try {
      running.cancel();
    } catch (SQLException e) {
      log.debug("the statement ended while it was being stopped", e);
    }
    SOON.execute(
        () -> {
          if (running.equals(statement)) {
            interrupt(running);
          }
        });
  }
}
