package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchSettings;

/** Manifests of several pages. */
final class PendingPhotosTest {
  private static final int ROWS = 44_000;

  /** Their photo is that of the row 22,000 rows before, which is some pages away. */
  private static final String SHARED = "file_id > 22000 AND file_id % 10 = 1";

  private Catalog catalog;
  private Session session;

  @BeforeEach
  void open() {
    catalog = NewCatalog.inMemory();
    session = catalog.openSession();
    run("INSERT INTO manifests VALUES (1, 'm', '{}', 1, 1, 44000, now())");
    run(
        """
        INSERT INTO manifest_photos (
            manifest_id, file_id, taxon_key, scientific_name, original_name, name_source, slug, file_name, rank, photo_id,
            source, taxon_id, observation_id, url, license, login, credit
        )
        SELECT 1, f, 'k', 'n', 'n', 'accepted', 's', 's/' || f || '.jpg', f, p, 'inat-open-data', 20, uuid(), 'https://h.example/' || p, 'CC0',
            'ann', 'ann'
        FROM (
            SELECT file_id AS f, CASE WHEN %s THEN file_id - 22000 ELSE file_id END AS p
            FROM range(1, 44001) AS r (file_id)
        )
        """
            .formatted(SHARED));
    session.run("manifest/add_shared", Map.of("manifest_id", 1));
    run("INSERT INTO download_runs VALUES (1, 1, '/photos', now(), now(), 'partial')");
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void everyRowComesOnceAndThoseOfAPhotoTogether() {
    List<List<Long>> photos = photos();

    List<Long> files = photos.stream().flatMap(List::stream).toList();
    assertThat(files).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(photos).hasSize(ROWS - 2_200).contains(List.of(1L, 22_001L), List.of(2L));
  }

  @Test
  void whatIsThereIsPassedOverHoweverMuchItIs() {
    done("file_id NOT IN (3, 23000, 22011, 43999)");

    assertThat(photos())
        .containsExactly(List.of(3L), List.of(22_011L), List.of(23_000L), List.of(43_999L));
  }

  @Test
  void whatIsUnderAnotherRootSinceIsNotPassedOver() {
    done("true");
    run("INSERT INTO download_runs VALUES (2, 1, '/elsewhere', now(), now(), 'partial')");
    run(
        """
        INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
        SELECT 2, 1, file_id, 'done', 1, now() FROM manifest_photos WHERE file_id IN (15000, 43999)
        """);

    assertThat(photos()).containsExactly(List.of(15_000L), List.of(43_999L));
  }

  @Test
  void rowsOfOnePhotoAreAskedForOnTheirOwnWhereTheFirstIsThere() {
    done("file_id <> 22001");

    List<FetchRequest> requests = requests();

    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).url()).isEqualTo("https://h.example/1");
    assertThat(requests.get(0).names()).containsExactly("s/22001.jpg");
  }

  @Test
  void onePhotoMayHaveMoreRowsThanAPage() {
    run("UPDATE manifest_photos SET url = 'https://h.example/1' WHERE file_id > 30000");
    run("DELETE FROM manifest_shared");
    session.run("manifest/add_shared", Map.of("manifest_id", 1));

    List<List<Long>> photos = photos();

    assertThat(photos.stream().mapToInt(List::size).max()).hasValue(14_002);
    assertThat(photos.stream().mapToInt(List::size).sum()).isEqualTo(ROWS);
  }

  @Test
  void nothingComesWhereAllIsThere() {
    done("true");

    assertThat(photos()).isEmpty();
    assertThat(pending().count()).isZero();
  }

  private void done(String which) {
    session.transaction(
        () ->
            new DownloadSums(session)
                .book(
                    () ->
                        run(
                            """
                            INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
                            SELECT 1, 1, file_id, 'done', 1, now() FROM manifest_photos WHERE %s
                            """
                                .formatted(which))));
  }

  private List<List<Long>> photos() {
    List<List<Long>> photos = new ArrayList<>();
    try (PendingPhotos pending = new PendingPhotos(session, pending(), UnaryOperator.identity())) {
      while (pending.hasNext()) {
        photos.add(pending.take(pending.next()));
      }
    }
    return photos;
  }

  private List<FetchRequest> requests() {
    List<FetchRequest> requests = new ArrayList<>();
    try (PendingPhotos pending = new PendingPhotos(session, pending(), UnaryOperator.identity())) {
      pending.forEachRemaining(requests::add);
    }
    return requests;
  }

  private PendingFiles pending() {
    return PendingFiles.toFetch(session, 1, "/photos", FetchSettings.DEFAULTS, Instant.now());
  }

  private List<String> run(String sql) {
    return TestSql.rows(session, sql);
  }
}
