package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;

final class DisputedPhotosTest {
  /** What a plain grouping says. */
  private static final String ORACLE =
      """
      SELECT photo_id, max_by(observer_id, (s, -observer_id))
      FROM (
          SELECT p.*, coalesce(l.strictness, 9) AS s
          FROM inat_photos AS p LEFT JOIN licenses AS l ON l.license = p.license
      )
      GROUP BY photo_id
      HAVING min(s) < max(s)
      ORDER BY photo_id
      """;

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

  @ParameterizedTest
  @ValueSource(strings = {"p", "p * 70001", "p * 9000000007", "-p * 60000", "p % 100"})
  void findsWhatAPlainGroupingFinds(String photoId) {
    TestSql.rows(
        session,
        """
        INSERT INTO inat_photos (photo_id, license, observer_id)
        SELECT
            %s,
            ['CC0', 'CC-BY', 'CC-BY-NC', 'GFDL', 'cc-by', NULL, 'ARR'][1 + (hash(p, i) %% 14)::INTEGER // (1 + i)],
            hash(p, i, 2) %% 100
        FROM range(4000) AS a (p), range(3) AS b (i)
        """
            .formatted(photoId));

    long found = new DisputedPhotos(session).find();

    assertThat(found).isGreaterThan(50);
    assertThat(
            TestSql.rows(
                session,
                "SELECT photo_id, observer_id FROM inat_disputed_photos ORDER BY photo_id"))
        .isEqualTo(TestSql.rows(session, ORACLE))
        .hasSize((int) found);
  }

  @Test
  void looksAgainOnlyWhenRowsHaveComeOrGone() {
    TestSql.rows(
        session, "INSERT INTO inat_photos (photo_id, license) VALUES (1, 'CC0'), (1, 'PD')");
    TestSql.rows(session, "INSERT INTO snapshot_tables VALUES (1, 'inat_photos', 2, 0)");

    new DisputedPhotos(session).findIfChanged();
    assertThat(TestSql.rows(session, "FROM inat_disputed_photos")).isEmpty();

    TestSql.rows(session, "INSERT INTO inat_photos (photo_id, license) VALUES (2, 'CC0')");
    new DisputedPhotos(session).findIfChanged();
    assertThat(TestSql.rows(session, "FROM inat_disputed_photos")).containsExactly("1|PD|null");
  }
}
