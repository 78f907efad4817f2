package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogNeeded;
import photocat.catalog.OwnTables;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.SqlOutputs;
import photocat.model.Consent;
import photocat.model.PhotocatException;
import photocat.sql.Positions;

/**
 * The one session in which an interpreter runs SQL, so that transactions and temporary tables live
 * on. As long as there is no catalogue it is one without, and moves once there is. Not thread-safe
 * but for {@link #stop}.
 */
final class SqlSession implements AutoCloseable {
  private final Context context;
  private final Consumer<Session> preparation;
  private TransactionState transaction = TransactionState.NONE;
  private Optional<Path> missingCatalog = Optional.empty();
  private boolean leftSomething;
  private volatile @Nullable Session session;

  /** A session in the catalogue of {@code context}, opened when first needed. */
  SqlSession(Context context, Consumer<Session> preparation) {
    this.context = context;
    this.preparation = preparation;
  }

  /** Returns the session, in the catalogue even if that has come only now. */
  Session open() {
    Session open = session;
    if (open == null) {
      Catalog catalog = context.catalog();
      missingCatalog = catalog.isThere() ? Optional.empty() : catalog.file();
      open = catalog.openSession();
      session = open;
      preparation.accept(open);
    } else if (missingCatalog.isPresent()) {
      Catalog catalog = context.catalog();
      if (catalog.isThere()) {
        moveInto(catalog, open);
      }
    }
    return open;
  }

  /**
   * Runs a statement and shows its rows; one that is to be kept makes the catalogue.
   *
   * @param consent asked before what photocat keeps is changed
   * @return rows changed, or -1 when the statement gave rows
   */
  long execute(String sql, TextOutput output, Consent consent) {
    Session open = open();
    Runnable guard = () -> new OwnTables(open).guard(sql, consent);
    try {
      Positions safe = new SqlOutputs(context, open).checked(sql, List.of());
      guard.run();
      LongSupplier statement =
          () ->
              output.watched(
                  open, () -> open.execute(safe.statement(), safe.values(), output.rows()));
      long changed = executed(open, statement, guard);
      transaction = transaction.after(sql);
      leftSomething |= !RemoteInterpreter.leavesNothing(sql);
      return changed;
    } catch (RuntimeException e) {
      transaction = afterFailure(sql, open);
      throw explained(e);
    } catch (Error e) {
      transaction = afterFailure(sql, open);
      throw e;
    }
  }

  private long executed(Session open, LongSupplier statement, Runnable guard) {
    try {
      return statement.getAsLong();
    } catch (CatalogNeeded e) {
      moveInto(context.using(CatalogUse.FILL).catalog(), open);
      guard.run();
      return statement.getAsLong();
    }
  }

  private void moveInto(Catalog catalog, Session open) {
    open.moveInto(catalog);
    missingCatalog = Optional.empty();
  }

  /** A COMMIT that failed has ended its transaction; not every other failure does any harm. */
  private TransactionState afterFailure(String sql, Session open) {
    TransactionState state = transaction.after(sql);
    boolean wasOpen = transaction != TransactionState.NONE && state != TransactionState.NONE;
    if (!wasOpen) {
      return TransactionState.NONE;
    }
    return open.isAborted() ? TransactionState.FAILED : transaction;
  }

  /** A table may be missing since the catalogue is. */
  private RuntimeException explained(RuntimeException failure) {
    if (missingCatalog.isPresent()
        && failure instanceof PhotocatException known
        && SqlHints.isOfMissingTable(known.message())) {
      return known.withHint(
          "there is no catalogue at %s: %s"
              .formatted(missingCatalog.get(), CatalogUse.HOW_TO_MAKE_ONE));
    }
    return failure;
  }

  /** Returns the transaction as it is after the last statement. */
  TransactionState transaction() {
    return transaction;
  }

  /** Tells whether there may be a temporary table or a setting that another session lacks. */
  boolean hasLeftSomething() {
    return leftSomething;
  }

  /** Lets no SQL reach files or the network any more. */
  void lockIn() {
    open().lockIn();
  }

  /** Stops the statement that is running. */
  void stop() {
    Session open = session;
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void close() {
    Session open = session;
    if (open != null) {
      open.close();
      session = null;
    }
  }
}
