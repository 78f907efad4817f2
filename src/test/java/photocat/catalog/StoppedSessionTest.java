package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Work of several statements that is stopped somewhere between its first and its last. */
final class StoppedSessionTest {
  private static final String COUNT = "SELECT count(*) FROM name_overrides";

  private final Catalog catalog = NewCatalog.inMemory();
  private final Cancellation stop = new Cancellation();

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void runsNoFurtherStatementOfOurs() {
    try (Session session = catalog.openSession(stop)) {
      assertThat(session.list("match/ranks", Map.of(), row -> row)).isEmpty();

      stop.cancel();

      assertStopped(() -> session.run("match/clear_matches"));
      assertStopped(() -> session.list("match/ranks", Map.of(), row -> row));
      assertStopped(() -> session.check("the match"));
    }
  }

  @Test
  void doesNotEvenBeginWhereItWasStoppedBefore() {
    stop.cancel();

    try (Session session = catalog.openSession(stop)) {
      assertStopped(() -> session.run("match/clear_matches"));
    }
  }

  /** A stop that comes when all statements have run, but none of them is committed yet. */
  @Test
  void takesBackATransactionThatIsNotCommitted() {
    try (Session session = catalog.openSession(stop)) {
      assertStopped(
          () ->
              session.transaction(
                  () -> {
                    session.execute(
                        "INSERT INTO name_overrides VALUES ('a', 'b', now())",
                        List.of(),
                        new Ignored());
                    stop.cancel();
                    return true;
                  }));
    }

    assertThat(TestSql.rows(catalog, COUNT)).containsExactly("0");
  }

  @Test
  void keepsNothingOfATrial() {
    try (Session session = catalog.openSession(stop)) {
      String seen =
          session.trial(
              () -> {
                session.execute(
                    "INSERT INTO name_overrides VALUES ('a', 'b', now())",
                    List.of(),
                    new Ignored());
                return "seen";
              });

      assertThat(seen).isEqualTo("seen");
    }
    assertThat(TestSql.rows(catalog, COUNT)).containsExactly("0");
  }

  @Test
  void interruptsTheStatementThatRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread stopper =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              stop.cancel();
            });
    stopper.start();
    try (Session session = catalog.openSession(stop)) {
      assertStopped(
          () ->
              session.execute(
                  "FROM range(1000000000000)",
                  List.of(),
                  new Ignored() {
                    @Override
                    public boolean row(List<@Nullable Object> values) {
                      begun.countDown();
                      return true;
                    }
                  }));
    }
    stopper.join();
  }

  private static void assertStopped(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.kind()).isEqualTo(ExitStatus.INTERRUPTED));
  }

  private static class Ignored implements RowSink {
    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      return true;
    }
  }
}
