package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.model.PhotocatException;

/** The two traps of the driver's appender, each of which loses rows without a word. */
final class TableAppenderTest {
  private Catalog catalog;
  private Session session;

  @BeforeEach
  void open() {
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void flushTellsOfRowsThatTheTableRefuses() {
    assertThatThrownBy(
            () ->
                session.transaction(
                    () -> {
                      try (TableAppender table =
                          session.openAppender(
                              "schema_versions", "version", "name", "applied_at")) {
                        table.row(null, "no version", Instant.EPOCH);
                        table.flush();
                      }
                      return null;
                    }))
        .isInstanceOf(PhotocatException.class)
        .hasMessageContaining("NOT NULL constraint failed");
  }

  @Test
  void closeAloneSwallowsThem() {
    long before = versions();

    try (TableAppender table =
        session.openAppender("schema_versions", "version", "name", "applied_at")) {
      table.row(null, "no version", Instant.EPOCH);
    }

    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void outsideATransactionRowsAreKeptBeforeAnybodySaysSo() {
    try (TableAppender table =
        session.openAppender("inat_projects", "project_id", "title", "slug")) {
      append(table);

      assertThat(seenByOthers()).as("what another session sees").isPositive();
    }
  }

  @Test
  void insideATransactionTheyAreKeptAtItsEnd() {
    session.transaction(
        () -> {
          try (TableAppender table =
              session.openAppender("inat_projects", "project_id", "title", "slug")) {
            append(table);
            table.flush();
          }
          assertThat(seenByOthers()).as("before the end").isZero();
          return null;
        });

    assertThat(seenByOthers()).isEqualTo(5_000);
  }

  /** More than one of DuckDB's vectors of 2,048 rows. */
  private static void append(TableAppender table) {
    for (int i = 0; i < 5_000; i++) {
      table.row(i, "project " + i, null);
    }
  }

  private long seenByOthers() {
    try (Session other = catalog.openSession()) {
      return count(other, "SELECT count(*) AS n FROM inat_projects");
    }
  }

  private long versions() {
    return count(session, "SELECT count(*) AS n FROM schema_versions");
  }

  private static long count(Session session, String sql) {
    long[] count = new long[1];
    session.execute(
        sql,
        List.of(),
        new RowReader(
            row -> {
              count[0] = row.number("n");
              return true;
            }));
    return count[0];
  }

  @Test
  void refusesColumnsThatTheTableHasInAnotherOrder() {
    assertThatThrownBy(() -> session.openAppender("inat_projects", "title", "project_id", "slug"))
        .hasMessage(
            "cannot add rows to inat_projects: its columns are project_id, title, slug, must be"
                + " title, project_id, slug");
  }
}
