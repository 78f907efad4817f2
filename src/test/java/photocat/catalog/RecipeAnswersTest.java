package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.catalog.SmallCatalog.TextRows;
import photocat.catalog.recipe.RecipeBook;

/** What the recipes about names, downloads and change over time answer. */
final class RecipeAnswersTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final RecipeBook book = RecipeBook.load(List.of());
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
  void homonymsAreListedWithTheirAncestors() {
    assertThat(rows("homonyms"))
        .containsExactly(
            "Oenanthe|10|genus|true|Animalia > Aves|inat-open-data",
            "Oenanthe|11|genus|true|Plantae|inat-open-data");
  }

  @Test
  void methodsCountSpellingsOfEachSource() {
    assertThat(rows("methods"))
        .containsExactly(
            "accepted|matched||2|2|50.0",
            "accepted|ambiguous||1|1|25.0",
            "accepted|unmatched||1|1|25.0",
            "austraits|matched||1|1|100.0",
            "duke|unmatched||1|1|100.0");
  }

  @Test
  void hostsTellTheirFirstByteAndSpeed() {
    run("UPDATE download_events SET ttfb_ms = 10 * file_id, total_ms = 100");

    assertThat(rows("hosts")).containsExactly("photos.example:8080|2|2|25.0|47.0|200|1000.0");
  }

  @Test
  void quotasTellWhatIsUsedAndLeft() {
    String host =
        "INSERT INTO download_hosts BY NAME SELECT 1 AS run_id, 'static.inaturalist.org' AS host,"
            + " 2 AS connection_limit, 0 AS in_flight, 0 AS waiting, 1 AS answers, 0 AS throttled,"
            + " 0 AS failed, 1000000000 AS received_bytes, now() - INTERVAL %d HOUR AS seen_at";
    run("INSERT INTO host_questions VALUES ('api.inaturalist.org', now() - INTERVAL 1 HOUR, 500)");
    run("INSERT INTO host_questions VALUES ('api.inaturalist.org', now() - INTERVAL 30 HOUR, 7)");
    run(host.formatted(0));
    run(host.formatted(2));

    assertThat(rows("quotas"))
        .extracting(row -> row.replaceFirst("\\|[^|]*\\|[^|]*$", ""))
        .containsExactly(
            "api.inaturalist.org|questions|day|500|9500|9000",
            "static.inaturalist.org|bytes|hour|1000000000|4500000000|3500000000",
            "static.inaturalist.org|bytes|day|2000000000|22000000000|20000000000");
  }

  @Test
  void progressTellsTheTimeLeftOfEachDownloadThatIsUnderWay() {
    run("INSERT INTO manifests SELECT * REPLACE (3 AS manifest_id, 'next' AS name) FROM manifests");
    run("INSERT INTO download_runs VALUES (2, 2, '/photos', now() - INTERVAL 1 HOUR, NULL, NULL)");
    run("UPDATE download_events SET happened_at = now() - INTERVAL 30 SECOND WHERE file_id = 1");
    run("UPDATE download_events SET state = 'active' WHERE file_id IN (2, 3)");

    assertThat(rows("progress"))
        .containsExactly(
            "best|active|2|40.0||0|",
            "best|done|2|40.0|200|1|",
            "best|adopted|1|20.0|300|0|",
            "best|all|5|100.0|500|1|120000");
  }

  @Test
  void progressOfARunYoungerThanAMinuteGoesByItsOwnTime() {
    run(
        "INSERT INTO download_runs VALUES (2, 2, '/photos', now() - INTERVAL 6 SECOND, NULL, NULL)");
    run(
        "UPDATE download_events SET happened_at = now() - INTERVAL 1 SECOND WHERE file_id IN (1, 5)");
    run("UPDATE download_events SET state = 'retry' WHERE file_id = 3");

    assertThat(rows("progress")).last().asString().matches("best\\|all\\|.*\\|2\\|[3-9]\\d{3}");
  }

  @Test
  void whySlowTellsTheNewestStateOfEachHostOfTheLastRun() {
    run(
        """
        INSERT INTO download_hosts VALUES
            (1, 'slow.example', 3, 3, 90, 5.0, NULL, 'growing', 80, 10, 1, 0, 1000, '2026-11-02 14:00:05Z'),
            (1, 'slow.example', 2, 0, 95, 3.5, '2026-11-02 14:01:00Z', 'asked_to_wait', NULL, 4, 4, 1, 7,
                '2026-11-02 14:00:10Z'),
            (1, 'bucket', 512, 400, 9, NULL, NULL, NULL, 20, 900, 0, 0, 5000, '2026-11-02 14:00:10Z'),
            (0, 'before.example', 1, 1, 1, NULL, NULL, NULL, 20, 1, 0, 0, 1, '2026-11-01 14:00:10Z')
        """);

    assertThat(rows("why-slow"))
        .containsExactly(
            "bucket|400|512|9||nothing holds it back||20|900|0|0|5000|2026-11-02T14:00:10Z",
            "slow.example|0|2|95|3.5|asked for a pause|2026-11-02T14:01Z||14|5|1|1007|2026-11-02T14:00:10Z");
  }

  @Test
  void throughputCountsWhatLandedInAMinute() {
    run(
        "UPDATE download_events SET happened_at = happened_at + INTERVAL 1 MINUTE WHERE file_id = 5");

    assertThat(rows("throughput"))
        .containsExactly("2026-11-02T14:01Z|1|100|0.0|0", "2026-11-02T14:00Z|1|100|0.0|3");
  }

  @Test
  void retriesTellTheReasonsInOrder() {
    assertThat(rows("retries"))
        .containsExactly(
            "apis_mellifera/103_large.jpg|2|failed|server_error, server_error"
                + "|https://photos.example:8080/103/large.jpg");
  }

  @Test
  void runsTellHowLongTheyTookAndWhatCameOfThem() {
    assertThat(rows("runs"))
        .containsExactly("best|1|2026-11-02T14:00Z|60000|partial|2|200|2|/photos");
  }

  @Test
  void licensesOfATaxonAreCountedWithTheirPeople() {
    assertThat(rows("licenses-by-taxon", "taxon", "Apis mellifera"))
        .containsExactly("Apis mellifera|CC-BY|2|1", "Apis mellifera|CC0|1|1");
  }

  @Test
  void peopleAreThankedForPhotosThatAreThere() {
    assertThat(rows("people")).containsExactly("ann||3|2|CC-BY, CC0|(c) ann, CC0");
  }

  @Test
  void yearsCountEveryQualityGrade() {
    run(
        "UPDATE manifest_photos SET observed_on = DATE '2024-05-01', quality_grade = 'research' WHERE file_id < 3");

    assertThat(rows("years")).containsExactly("2024|research|2|1", "||3|2");
  }

  @Test
  void oddSizesSayWhatIsOdd() {
    run("UPDATE download_events SET width = 900, height = 100 WHERE file_id = 1");
    run("UPDATE download_events SET width = NULL, height = NULL WHERE file_id = 5");

    assertThat(rows("odd-sizes", "least", "10"))
        .containsExactly(
            "apis_mellifera/101_large.jpg|Apis mellifera|900|100|100|long",
            "bellis_perennis/104_large.jpg|Bellis perennis|5|5|300|small",
            "bellis_perennis/101_large.jpg|Bellis perennis|||100|unknown");
  }

  @Test
  void checksAreSplitIntoMissingCorruptAndExtraFiles() {
    run(
        "INSERT INTO photo_checks VALUES (2, 1, 'apis_mellifera/101_large.jpg', 'missing', NULL, NULL,"
            + " '2026-11-02 15:00:00Z')");

    assertThat(rows("missing-files"))
        .containsExactly(
            "apis_mellifera/101_large.jpg|Apis mellifera|https://photos.example:8080/101/large.jpg"
                + "|2026-11-02T15:00Z");
    assertThat(rows("corrupt"))
        .containsExactly(
            "bellis_perennis/104_large.jpg|truncated|Bellis perennis|250|2026-11-02T15:00Z");
    assertThat(rows("extra-files"))
        .containsExactly("bellis_perennis/stray.jpg|7|2026-11-02T15:00Z");
  }

  @Test
  void aNewerSnapshotShowsChangedLicensesOwnersAndCreditsAndVanishedPhotos() {
    run("UPDATE manifest_photos SET creator = CASE photo_id WHEN 101 THEN 'Ann' ELSE 'ann' END");
    run("INSERT INTO inat_observers VALUES (1, 'ann', NULL), (2, 'bob', 'Bob')");
    run("INSERT INTO inat_observations (observation_uuid) SELECT uuid()");
    run(
        "INSERT INTO inat_photos (photo_id, license, observer_id, observation_uuid)"
            + " SELECT v.*, o.observation_uuid FROM inat_observations AS o,"
            + " (VALUES (101, 'CC0', 1), (102, 'CC-BY-NC', 1), (104, NULL, 2)) AS v");

    assertThat(rows("changed-licenses"))
        .containsExactly(
            "bellis_perennis/104_large.jpg|Bellis perennis|CC-BY|UNKNOWN|false|ann|bob|(c) ann, CC-BY"
                + "|(c) Bob, licence unknown",
            "apis_mellifera/101_large.jpg|Apis mellifera|CC0|CC0|true|ann|ann|(c) ann, CC0"
                + "|ann, no rights reserved (CC0)",
            "apis_mellifera/102_large.jpg|Apis mellifera|CC-BY|CC-BY-NC|true|ann|ann|(c) ann, CC-BY"
                + "|(c) ann, some rights reserved (CC BY-NC)",
            "bellis_perennis/101_large.jpg|Bellis perennis|CC0|CC0|true|ann|ann|(c) ann, CC0"
                + "|ann, no rights reserved (CC0)");
    assertThat(rows("vanished"))
        .containsExactly(
            "apis_mellifera/103_large.jpg|Apis mellifera|103|CC-BY|(c) ann, CC-BY"
                + "|https://photos.example:8080/103/large.jpg");
  }

  @Test
  void differencesTellWhatARebuiltManifestGainedAndLost() {
    run(
        "INSERT INTO manifest_photos SELECT * REPLACE (1 AS manifest_id) FROM manifest_photos WHERE file_id = 4");
    run(
        "INSERT INTO manifest_photos SELECT * REPLACE (1 AS manifest_id, 99 AS photo_id) FROM manifest_photos"
            + " WHERE file_id = 5");

    assertThat(rows("differences", "limit", "2"))
        .containsExactly(
            "new|Apis mellifera|apis_mellifera/101_large.jpg|CC0",
            "new|Apis mellifera|apis_mellifera/102_large.jpg|CC-BY");
    assertThat(rows("differences"))
        .contains("gone|Bellis perennis|bellis_perennis/101_large.jpg|CC0")
        .doesNotContain("new|Bellis perennis|bellis_perennis/104_large.jpg|CC-BY");
  }

  @Test
  void diskUseNamesTheLargestFolderFirst() {
    assertThat(rows("disk-use"))
        .containsExactly(
            "Bellis perennis|bellis_perennis|2|400|200", "Apis mellifera|apis_mellifera|1|100|100");
  }

  @Test
  void summaryNamesTheRecipeForEachTrouble() {
    assertThat(rows("summary"))
        .containsExactly(
            "photos that cannot be had|2|failures",
            "files corrupt|1|corrupt",
            "files that no row names|1|extra-files",
            "taxa of the shortlist without a photo|2|gaps",
            "spellings unmatched|2|unmatched",
            "spellings ambiguous|1|ambiguous",
            "rows of the bundle that could not be loaded|3|rejects");
  }

  private List<String> rows(String name) {
    return rows(name, Map.of());
  }

  private List<String> rows(String name, String key, String value) {
    return rows(name, Map.of(key, value));
  }

  private List<String> rows(String name, Map<String, String> given) {
    SmallCatalog.sumUp(session);
    TextRows rows = new TextRows();
    book.require(name).bind(given, TODAY).run(session, rows);
    return rows.rows;
  }

  private void run(String sql) {
    session.execute(sql, List.of(), new TextRows());
  }
}
