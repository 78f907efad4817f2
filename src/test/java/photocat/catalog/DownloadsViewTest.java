package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.catalog.SmallCatalog.TextRows;

/** The view of the newest event of every photo. */
final class DownloadsViewTest {
  private static final String COLUMNS =
      "SELECT file_id, state, attempts, reason, size_bytes FROM downloads WHERE manifest = '%s'"
          + " ORDER BY file_id";

  private final Catalog catalog = NewCatalog.inMemory();
  private final Session session = catalog.openSession();

  @BeforeEach
  void fill() {
    SmallCatalog.fill(session);
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void theNewestEventOfAPhotoIsItsState() {
    assertThat(rows("best"))
        .containsExactly(
            "1|done|1||100",
            "2|gone|1|not_found|",
            "3|failed|2|server_error|",
            "4|adopted|0||300",
            "5|done|1||100");
  }

  @Test
  void nothingOfAnEarlierEventShinesThrough() {
    run(
        "INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, happened_at)"
            + " VALUES (2, 2, 1, 'pending', 0, 'truncated', '2026-11-02 13:00:00Z')");

    assertThat(rows("best")).contains("1|pending|0|truncated|");
  }

  @Test
  void manifestsAreApartAndPhotosWithoutAnEventArePending() {
    run(
        "INSERT INTO manifest_photos SELECT * REPLACE (1 AS manifest_id) FROM manifest_photos WHERE file_id < 3");
    run(
        "INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)"
            + " VALUES (2, 1, 2, 'retry', 1, '2026-11-03 14:00:00Z')");

    assertThat(rows("first")).containsExactly("1|pending|0||", "2|retry|1||");
    assertThat(rows("best")).contains("2|gone|1|not_found|");
  }

  @Test
  void anEventThatWasWrittenTwiceCountsOnce() {
    run("INSERT INTO download_events FROM download_events WHERE file_id = 5");

    assertThat(rows("best")).hasSize(5).contains("5|done|1||100");
  }

  private List<String> rows(String manifest) {
    TextRows rows = new TextRows();
    session.execute(COLUMNS.formatted(manifest), List.of(), rows);
    return rows.rows;
  }

  private void run(String sql) {
    session.execute(sql, List.of(), new TextRows());
  }
}
