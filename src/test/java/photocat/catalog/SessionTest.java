package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photocat.model.Column;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

final class SessionTest {
  private final Catalog catalog = NewCatalog.inMemory();
  private final Session session = catalog.openSession();

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void showsWhereTheUsersOwnStatementFailed() {
    assertThatThrownBy(
            () ->
                session.execute(
                    "SELECT n, now()::TIME AS t FROM range(3) AS t(n)", List.of(), new Rows()))
        .hasMessageContaining(
            """
            LINE 1: SELECT n, now()::TIME AS t FROM range(3) AS t(n)
                                   ^\
            """);
  }

  /**
   * Without its insertion order DuckDB 2.0.0 mixes the parts of a sort of more than 122,880 rows.
   */
  @Test
  void givesALargeSortedResultInItsOrder() {
    String sorted = "SELECT (range * 7919) %% 1000003 AS n FROM range(500000) %s BY n";
    for (String order : List.of("ORDER", "order\n")) {
      long[] last = {-1};
      List<Long> wrong = new ArrayList<>();
      RowReader reader =
          new RowReader(
              row -> {
                long n = row.number("n");
                if (n <= last[0]) {
                  wrong.add(n);
                }
                last[0] = n;
                return true;
              });

      session.execute(sorted.formatted(order), List.of(), reader);

      assertThat(wrong).isEmpty();
    }
    Rows kept = new Rows();
    session.execute("SELECT current_setting('preserve_insertion_order') AS kept", List.of(), kept);
    assertThat(kept.rows).containsExactly(List.of(false));
  }

  @Test
  void readsValuesThatNeedNoDriver() {
    Rows rows = new Rows();

    session.execute(
        """
        SELECT TIMESTAMPTZ '2026-11-20 12:00:00+14' AS a, TIMESTAMP '2026-01-01 00:00:00' AS b, DATE '2026-01-02' AS c,
               1.50::DECIMAL(5, 2) AS d, 'ab'::BLOB AS e, [1, 2] AS f, {'x': [DATE '2026-01-03']} AS g, '{"k": 1}'::JSON AS h, NULL AS i\
        """,
        List.of(),
        rows);

    assertThat(rows.rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(0))
                  .isEqualTo(Instant.parse("2026-11-19T22:00:00Z").atOffset(ZoneOffset.UTC));
              assertThat(row.get(1)).isEqualTo(LocalDateTime.parse("2026-01-01T00:00"));
              assertThat(row.get(2)).isEqualTo(LocalDate.parse("2026-01-02"));
              assertThat(row.get(3)).isEqualTo(new BigDecimal("1.50"));
              assertThat(row.get(4)).isEqualTo(new byte[] {'a', 'b'});
              assertThat(row.get(5)).isEqualTo(List.of(1, 2));
              assertThat(row.get(6)).isEqualTo(Map.of("x", List.of(LocalDate.parse("2026-01-03"))));
              assertThat(row.get(7)).isEqualTo("{\"k\": 1}");
              assertThat(row.get(8)).isNull();
            });
  }

  @Test
  void repeatsTheWordsOfAQueryThatFailsBeforeItsFirstRow() {
    assertThatThrownBy(
            () ->
                session.execute(
                    "SELECT x::INTEGER FROM (VALUES ('1'), ($1)) AS t (x)",
                    List.of("b"),
                    new Rows()))
        .hasMessageStartingWith("Conversion Error: Could not convert string 'b' to INT32");
  }

  @Test
  void changesNothingWhileItAsksForTheWordsOfAFailure() {
    session.execute("CREATE TABLE seen (id INTEGER)", List.of(), new Rows());
    session.execute("CREATE SEQUENCE turns", List.of(), new Rows());

    assertThatThrownBy(
            () ->
                session.execute(
                    "INSERT INTO seen SELECT CASE WHEN nextval('turns') = 1 THEN error('first') ELSE 1 END"
                        + " RETURNING id",
                    List.of(),
                    new Rows()))
        .isInstanceOf(PhotocatException.class);

    Rows rows = new Rows();
    session.execute("FROM seen", List.of(), rows);
    assertThat(rows.rows).isEmpty();
  }

  @Test
  void stopsReadingAnEndlessResultWhenTheSinkHasEnough() {
    Rows rows = new Rows();
    rows.wanted = 3;

    session.execute("SELECT range FROM range(100000000000)", List.of(), rows);

    assertThat(rows.rows).hasSize(3);
  }

  @Test
  void tellsHowManyRowsAStatementChanged() {
    session.execute("CREATE TABLE t (i INTEGER)", List.of(), new Rows());

    long changed =
        session.execute("INSERT INTO t SELECT range FROM range($1)", List.of(7), new Rows());

    assertThat(changed).isEqualTo(7);
  }

  @Test
  void givesDuckDbsOwnWordsForAMistakeOfTheUsers() {
    assertThatThrownBy(() -> session.execute("SELECT nme FROM inat_taxa", List.of(), new Rows()))
        .hasMessageStartingWith("Binder Error: Referenced column \"nme\" not found")
        .hasMessageContaining("LINE 1: SELECT nme");
  }

  @Test
  void appendsRowsInATransactionThatCanBeUndone() {
    assertThatThrownBy(
            () ->
                session.transaction(
                    () -> {
                      try (TableAppender appender =
                          session.openAppender("inat_projects", "project_id", "title", "slug")) {
                        for (int i = 0; i < 10_000; i++) {
                          appender.row(i, "title", null);
                        }
                        appender.flush();
                      }
                      throw new IllegalStateException("stopped half-way");
                    }))
        .hasMessage("stopped half-way");
    Rows rows = new Rows();

    session.execute("FROM inat_projects", List.of(), rows);

    assertThat(rows.rows).isEmpty();
  }

  @Test
  void refusesValuesThatAStatementDoesNotName() {
    assertThatThrownBy(() -> session.run("schema/record_version", Map.of("version", 1)))
        .hasMessage("schema/record_version takes [version, name], was given [version]");
  }

  private static final class Rows implements RowSink {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private int wanted = Integer.MAX_VALUE;

    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      rows.add(new ArrayList<>(values));
      return rows.size() < wanted;
    }
  }
}
