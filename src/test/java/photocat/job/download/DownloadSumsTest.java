package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.job.TestManifest;

final class DownloadSumsTest {
  private static final String BY_SUMS =
      "SELECT manifest, state, reason, sum(files), sum(size_bytes) FROM download_states GROUP BY ALL"
          + " ORDER BY ALL";
  private static final String BY_FILES =
      "SELECT manifest, state, reason, count(*), sum(size_bytes) FROM downloads GROUP BY ALL"
          + " ORDER BY ALL";
  private static final String STATES =
      "['active', 'done', 'adopted', 'retry', 'failed', 'pending']";

  private Catalog catalog;
  private Session session;

  @BeforeEach
  void open() {
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
    TestManifest.add(this::run, 1, "one", 30);
    TestManifest.add(this::run, 2, "two", 10);
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void sumsAreThoseOfTheFilesAfterEveryBatch() {
    Random random = new Random(7);
    for (int batch = 0; batch < 40; batch++) {
      String events = events(random.nextInt(1 << 20), 1 + random.nextInt(20));

      session.transaction(() -> new DownloadSums(session).book(() -> run(events)));

      assertThat(run(BY_SUMS)).isEqualTo(run(BY_FILES));
    }
    assertThat(run("SELECT sum(events) FROM download_sums"))
        .isEqualTo(run("SELECT count(*) FROM download_events"));
  }

  @Test
  void whatWasChangedByHandIsAddedUpAnew() {
    session.transaction(() -> new DownloadSums(session).book(() -> run(events(1, 20))));
    run("DELETE FROM download_events WHERE file_id % 2 = 0");

    new DownloadSums(session).mend();

    assertThat(run(BY_SUMS)).isEqualTo(run(BY_FILES));
  }

  @Test
  void sumsThatFitStayAsTheyAre() {
    session.transaction(() -> new DownloadSums(session).book(() -> run(events(1, 20))));
    session.transaction(() -> new DownloadSums(session).book(() -> run(events(2, 20))));
    List<String> before = run("FROM download_sums");

    new DownloadSums(session).mend();

    assertThat(run("FROM download_sums")).isEqualTo(before);
  }

  /** Any files, also one several times, in any states. */
  private static String events(int seed, int count) {
    return """
        INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, reason, size_bytes, happened_at)
        SELECT 1 + h %% 3, 1 + h // 3 %% 2, 1 + h // 6 %% 11, s, 1, CASE s WHEN 'failed' THEN 'why' || h %% 2 END,
            CASE WHEN s IN ('done', 'adopted') THEN h %% 1000 END, now()
        FROM (SELECT hash(%d, i) %% 1000000 AS h, list_extract(%s, 1 + (hash(i, %d) %% 6)::INTEGER) AS s FROM range(%d) AS r (i))
        """
        .formatted(seed, STATES, seed, count);
  }

  private List<String> run(String sql) {
    return TestSql.rows(session, sql);
  }
}
