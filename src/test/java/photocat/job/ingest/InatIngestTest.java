package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.job.Progress;
import photocat.job.ingest.InatIngest.Ingested;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.BundleRequest;
import photocat.source.RemoteSettings;
import photocat.source.TestBundle;

/** A bundle in the catalogue: exact, whole or not at all. */
final class InatIngestTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  @TempDir private Path folder;
  private Path bundle;
  private Catalog catalog;

  @BeforeEach
  void open() {
    bundle = folder.resolve("bundle.tar.gz");
    catalog = NewCatalog.open(folder.resolve("photocat.duckdb"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void loadsEveryValueTypedAndExact() throws IOException {
    write(TestBundle.sixTables());

    ingest();

    assertThat(rows("FROM inat_taxa ORDER BY taxon_id"))
        .containsExactly(
            "47126|48460|70.0|kingdom|Plantae|true",
            "48460|null|100.0|stateofmatter|Life|true",
            "7000001|48460/1|33.5|zoosubsection|Raninoida \"x\\|true");
    assertThat(rows("FROM inat_observations"))
        .containsExactly(
            "526ababd-aff2-4ce8-b111-d8013b9d8b42|1|38.60974|-122.767302|null|47126|research|2011-05-30|0.5");
    assertThat(rows("FROM inat_photos"))
        .containsExactly(
            "9b5ca6f4-fb23-47ff-b581-5fe3f9d068aa|35927|526ababd-aff2-4ce8-b111-d8013b9d8b42|1|jpg|CC-BY|2048|1356|0");
    assertThat(rows("FROM inat_observers ORDER BY ALL"))
        .containsExactly("1|kueda|Ken-ichi Ueda", "2|ann|null");
    assertThat(rows("FROM inat_projects")).containsExactly("7|Trees|trees");
    assertThat(rows("FROM inat_observation_projects"))
        .containsExactly("526ababd-aff2-4ce8-b111-d8013b9d8b42|7");
  }

  @Test
  void recordsTheSnapshotAndItsRows() throws IOException {
    write(TestBundle.sixTables());

    Ingested ingested = ingest();

    assertThat(ingested.snapshotDate()).contains(LocalDate.of(2026, 9, 27));
    assertThat(ingested.taxa()).isEqualTo(3);
    assertThat(ingested.photos()).isEqualTo(1);
    assertThat(rows("SELECT * EXCLUDE (size_bytes) FROM snapshots"))
        .containsExactly(
            "1|inat-open-data|inat-open-data|"
                + bundle
                + "|2026-09-27|0|2026-11-20T12:00Z|2026-11-20T12:00Z");
    assertThat(rows("SELECT size_bytes FROM snapshots"))
        .containsExactly(String.valueOf(Files.size(bundle)));
    assertThat(rows("FROM snapshot_tables ORDER BY ALL"))
        .containsExactly(
            "1|inat_observation_projects|1|0",
            "1|inat_observations|1|0",
            "1|inat_observers|2|0",
            "1|inat_photos|1|0",
            "1|inat_projects|1|0",
            "1|inat_taxa|3|0");
  }

  @Test
  void replacesTheSnapshotBefore() throws IOException {
    write(
        TestBundle.sixTables()
            .with(
                TestBundle.FOLDER + "observers.csv",
                "observer_id\tlogin\tname\n9\told\nx\ty\tz\n8\ta\tb\n"));
    ingest();
    write(TestBundle.fourTables());

    ingest();

    assertThat(rows("SELECT login FROM inat_observers ORDER BY ALL"))
        .containsExactly("ann", "kueda");
    assertThat(rows("FROM inat_projects")).isEmpty();
    assertThat(rows("FROM ingest_rejects")).isEmpty();
    assertThat(rows("SELECT snapshot_id, rejected_rows FROM snapshots ORDER BY ALL"))
        .containsExactly("1|2", "2|0");
  }

  @Test
  void takesObservationsOfBundlesWithoutAnomalyScore() throws IOException {
    write(
        TestBundle.fourTables()
            .with(
                TestBundle.FOLDER + "observations.csv",
                """
                observation_uuid\tobserver_id\tlatitude\tlongitude\tpositional_accuracy\ttaxon_id\tquality_grade\tobserved_on
                526ababd-aff2-4ce8-b111-d8013b9d8b42\t1\t\t\t12\t99\tneeds_id\t
                """));

    Ingested ingested = ingest();

    assertThat(rows("FROM inat_observations"))
        .containsExactly(
            "526ababd-aff2-4ce8-b111-d8013b9d8b42|1|null|null|12|99|needs_id|null|null");
    assertThat(ingested.unknownTaxa()).isEqualTo(1);
    assertThat(ingested.rejectedRows()).isZero();
  }

  @Test
  void leavesOutColumnsThatItDoesNotKnow() throws IOException {
    write(
        TestBundle.fourTables()
            .with(
                TestBundle.FOLDER + "observers.csv",
                "since\tobserver_id\tlogin\t' DROP\tname\tscore\n2011\t1\tkueda\tx\tKen-ichi\t0.5\n")
            .with(
                TestBundle.FOLDER + "photos.csv",
                TestBundle.PHOTOS
                    .replace("position\n", "position\tPhoto_ID\r\tsize\n")
                    .replace("\t0\n", "\t0\t7\t\n")));

    Ingested ingested = ingest();

    assertThat(rows("FROM inat_observers")).containsExactly("1|kueda|Ken-ichi");
    assertThat(rows("SELECT photo_id, position FROM inat_photos")).containsExactly("35927|0");
    assertThat(ingested.rejectedRows()).isZero();
    assertThat(ingested.notes())
        .containsExactly(
            "left out of observers.csv what photocat does not know: the columns 'since', '' DROP',"
                + " 'score'",
            "left out of photos.csv what photocat does not know: the columns 'Photo_ID?', 'size'");
  }

  @Test
  void refusesABundleOfWhichAllRowsHaveAnotherShape() throws IOException {
    write(
        TestBundle.fourTables()
            .with(
                TestBundle.FOLDER + "observers.csv",
                "observer_id\tlogin\tname\n" + "1\tann\tAnn\r\n".repeat(101)));

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::ingest);

    assertThat(failure.message())
        .endsWith(
            ": none of the 101 rows of observers.csv can be loaded; line 2: a carriage return is in"
                + " the row");
  }

  @Test
  void refusesABundleOfWhichAWholeTableIsUnfit() throws IOException {
    write(TestBundle.fourTables());
    ingest();
    write(
        TestBundle.fourTables()
            .with(
                TestBundle.FOLDER + "photos.csv",
                TestBundle.PHOTOS.replace("35927", "photo-35927")));

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::ingest);

    assertThat(failure.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(failure.message())
        .isEqualTo(
            "cannot ingest "
                + bundle
                + ": none of the 1 row of photos.csv can be loaded; line 2: column photo_id:"
                + " could not convert \"photo-35927\" to BIGINT");
    assertThat(rows("SELECT photo_id FROM inat_photos")).containsExactly("35927");
  }

  @Test
  void leavesTheSnapshotBeforeWholeWhenABundleTurnsCorruptMidway() throws IOException {
    write(TestBundle.sixTables());
    ingest();
    List<String> before = everything();
    byte[] corrupt = TestBundle.fourTables().with("noise.bin", new byte[200_000]).tarGz();
    Files.write(bundle, Arrays.copyOf(corrupt, corrupt.length - 4));

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::ingest);

    assertThat(failure.message())
        .isEqualTo("cannot read " + bundle + ": it ends too early, at the end of gzip data");
    assertThat(everything()).isEqualTo(before);
    assertThat(folder.resolve("work")).doesNotExist();
  }

  @Test
  void neverLosesARowAmongManyPieces() throws IOException {
    Random random = new Random(6);
    TreeMap<Long, String> bad = new TreeMap<>();
    StringBuilder taxa =
        new StringBuilder(TestBundle.TAXA.lines().findFirst().orElseThrow() + "\n");
    List<String> faults = List.of("", "x", "x\t\t1\ta\tb\ttrue", "1\t\tz\ta\tb\tq", "\r");
    int rows = 60_000;
    for (long line = 2; line < rows + 2; line++) {
      int fault = random.nextInt(faults.size() * 400);
      String row = line + "\t48460/1/" + line + "\t10\tspecies\tName " + line + "\ttrue";
      if (fault < faults.size()) {
        row = faults.get(fault);
        bad.put(line, row);
      }
      taxa.append(row).append('\n');
    }

    write(TestBundle.fourTables().with(TestBundle.FOLDER + "taxa.csv", taxa.toString()));

    Ingested ingested = ingest();

    assertThat(ingested.rejectedRows()).isEqualTo(bad.size());
    assertThat(rows("SELECT line, text FROM ingest_rejects ORDER BY line"))
        .isEqualTo(
            bad.entrySet().stream().map(each -> each.getKey() + "|" + each.getValue()).toList());
    assertThat(rows("SELECT count(*), count(DISTINCT taxon_id) FROM inat_taxa"))
        .containsExactly((rows - bad.size()) + "|" + (rows - bad.size()));
  }

  @Test
  void namesTheLinesOfBadRowsThatStandBeforeRowsTakenOut() throws IOException {
    String uuid = "526ababd-aff2-4ce8-b111-d8013b9d8b42\t";
    write(
        TestBundle.sixTables()
            .with(
                TestBundle.FOLDER + "observations_projects.csv",
                "observation_uuid\tproject_id\n"
                    + uuid
                    + "1\nbad\t2\n"
                    + uuid
                    + "3\n\n\nbad\t6\n"));

    ingest();

    assertThat(rows("SELECT line, text FROM ingest_rejects ORDER BY line"))
        .containsExactly("3|bad\t2", "5|", "6|", "7|bad\t6");
    assertThat(rows("SELECT project_id FROM inat_observation_projects ORDER BY ALL"))
        .containsExactly("1", "3");
  }

  @Test
  void theFileStopsGrowingWhenBundlesAreIngestedAgainAndAgain() throws IOException {
    StringBuilder observers = new StringBuilder("observer_id\tlogin\tname\n");
    for (int id = 1; id <= 300_000; id++) {
      observers.append(id).append("\tuser").append(id * 7919L).append('\t').append('\n');
    }
    write(TestBundle.fourTables().with(TestBundle.FOLDER + "observers.csv", observers.toString()));
    List<Long> sizes = new ArrayList<>();

    for (int round = 0; round < 12; round++) {
      ingest();
      sizes.add(Files.size(folder.resolve("photocat.duckdb")));
    }

    // Space is used again from the first checkpoint on, which DuckDB makes every 16 MB of its log.
    assertThat(sizes.get(11)).isLessThanOrEqualTo(sizes.get(8) * 5 / 4);
  }

  private Ingested ingest() {
    BundleRequest request =
        new BundleRequest(
            bundle.toString(),
            RemoteSettings.DEFAULTS,
            Optional.of(folder.resolve("work")),
            1 << 20);
    try (Session session = catalog.openSession()) {
      return new InatIngest(session, new Cancellation(), Progress.NONE, NOON).run(request);
    }
  }

  private void write(TestBundle content) throws IOException {
    Files.write(bundle, content.tarGz());
  }

  private List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of(
            "inat_taxa",
            "inat_observers",
            "inat_observations",
            "inat_photos",
            "inat_projects",
            "inat_observation_projects",
            "snapshots",
            "snapshot_tables",
            "ingest_rejects")) {
      all.addAll(rows("FROM " + table + " ORDER BY ALL"));
    }
    return all;
  }

  private List<String> rows(String sql) {
    return TestSql.rows(catalog, sql);
  }
}
