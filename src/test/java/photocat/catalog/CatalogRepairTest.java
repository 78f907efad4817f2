package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.OtherJvm;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** What a power cut can leave of a catalogue: its process was killed with a log of 20 batches. */
final class CatalogRepairTest {
  private static final int BATCHES = 20;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String BACKUP = "photocat.duckdb.damaged-20261120T120000Z";

  @TempDir private static Path sample;
  @TempDir private Path folder;
  private Path file;
  private Path log;

  @BeforeAll
  static void dieWithALog() throws Exception {
    Process process =
        new ProcessBuilder(
                OtherJvm.command(
                    List.of(),
                    UncleanEnd.class,
                    sample.resolve("photocat.duckdb").toString(),
                    Integer.toString(BATCHES)))
            .inheritIO()
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(sample.resolve("photocat.duckdb.wal")).isNotEmptyFile();
  }

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("photocat.duckdb");
    log = folder.resolve("photocat.duckdb.wal");
    Files.copy(sample.resolve("photocat.duckdb"), file);
    Files.copy(sample.resolve("photocat.duckdb.wal"), log);
  }

  @Test
  void leavesAloneWhatCanBeRead() throws IOException {
    byte[] before = Files.readAllBytes(file);

    Optional<CatalogRepair.Repaired> repaired = repair();

    assertThat(repaired).isEmpty();
    assertThat(file).hasBinaryContent(before);
    assertThat(names()).containsExactly("photocat.duckdb", "photocat.duckdb.wal");
    assertThat(batches()).isEqualTo(BATCHES);
  }

  /** DuckDB takes the end of the log for a commit that never was. */
  @ParameterizedTest
  @ValueSource(ints = {10, 5_000})
  void logThatIsCutShortCostsItsLastBatch(int bytes) throws IOException {
    cut(log, Files.size(log) - bytes);

    assertThat(repair()).isEmpty();
    assertThat(batches()).isEqualTo(BATCHES - 1);
  }

  @Test
  void halfOfTheLogHoldsHalfOfTheBatches() throws IOException {
    cut(log, Files.size(log) / 2);

    assertThat(repair()).isEmpty();
    assertThat(batches()).isBetween(BATCHES / 2 - 2L, BATCHES / 2 + 1L);
  }

  /** A file system may have made room for more than was written. */
  @Test
  void zerosBehindTheLogCostNothing() throws IOException {
    overwrite(log, Files.size(log), new byte[4_096]);

    assertThat(repair()).isEmpty();
    assertThat(batches()).isEqualTo(BATCHES);
  }

  @Test
  void zeroedEndOfTheLogIsNamedAndCutOff() throws IOException {
    overwrite(log, Files.size(log) - 4_096, new byte[4_096]);
    byte[] damaged = Files.readAllBytes(log);

    PhotocatException failure = failureOfOpening();
    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(failure.message())
        .startsWith("cannot open catalogue " + file + ": its log " + log + " is damaged at byte ");
    assertThat(failure.hint())
        .contains(
            "'photocat repair --catalog " + file + "' keeps a backup and saves what can be read");
    assertThat(repaired.backup()).contains(folder.resolve(BACKUP));
    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved()).startsWith("all but the last ").endsWith(" bytes of its log");
    assertThat(folder.resolve(BACKUP + ".wal")).hasBinaryContent(damaged);
    assertThat(batches()).isBetween(BATCHES - 3L, BATCHES - 1L);
  }

  @Test
  void flippedBitInTheLogCostsWhatFollowsIt() throws IOException {
    flip(log, Files.size(log) / 2);

    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(repaired.found()).startsWith("its log " + log + " is damaged at byte ");
    assertThat(batches()).isBetween(BATCHES / 2 - 2L, BATCHES / 2 + 1L);
  }

  /** No error, as DuckDB cannot know; the rows come back from the photos. */
  @Test
  void logThatIsGoneCostsAllOfItsBatches() throws IOException {
    Files.delete(log);

    assertThat(repair()).isEmpty();
    assertThat(batches()).isZero();
  }

  @Test
  void fileThatIsCutShortIsSavedTableByTable() throws IOException {
    Catalog.open(file, CatalogSettings.DEFAULTS).close();
    cut(file, Files.size(file) / 2);

    PhotocatException failure = failureOfReading();
    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    assertThat(failure.message())
        .contains(" catalogue " + file + ": it is damaged: it ends before");
    assertThat(repaired.saved()).matches("nothing|\\d+ tables; lost: .*|of what it held .*");
    assertThat(repaired.kind()).isIn(ExitStatus.PARTIAL, ExitStatus.FAILED);
  }

  @Test
  void fileOfWhichNothingIsLeftStaysAsItIs() throws IOException {
    cut(file, 4_096);
    byte[] before = Files.readAllBytes(log);

    PhotocatException failure = failureOfOpening();
    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue " + file + ": it is damaged: it ends before byte 4096");
    assertThat(repaired.saved()).isEqualTo("nothing");
    assertThat(repaired.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(repaired.backup()).isEmpty();
    assertThat(file).hasSize(4_096);
    assertThat(log).hasBinaryContent(before);
    assertThat(names()).containsExactly("photocat.duckdb", "photocat.duckdb.wal");
  }

  /** The user's own tables and views are in it too. */
  @Test
  void tablesOfTheUserAreSaved() throws IOException {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "CREATE SCHEMA mine");
      TestSql.rows(catalog, "CREATE TABLE mine.notes AS SELECT range AS n FROM range(1000)");
      TestSql.rows(catalog, "CREATE VIEW many AS SELECT count(*) AS n FROM mine.notes");
      TestSql.rows(catalog, "CREATE TABLE big AS SELECT hash(range) AS n FROM range(200000)");
    }
    flip(file, blockOf("big") * 262_144L + 12_288 + 500);

    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.found()).isEqualTo("it is damaged: a block of it is not as it was written");
    assertThat(repaired.saved()).matches("\\d+ tables; lost: big");
    assertThat(batches()).isEqualTo(BATCHES);
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(TestSql.rows(catalog, "FROM many")).containsExactly("1000");
      assertThat(TestSql.rows(catalog, "SELECT nextval('manifest_ids') > 1"))
          .containsExactly("true");
    }
  }

  /** What a new catalogue cannot be given is named. */
  @Test
  void whatIsNoTableIsNamedAsLost() throws IOException {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "CREATE SCHEMA mine");
      TestSql.rows(catalog, "CREATE TABLE mine.notes (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
      TestSql.rows(catalog, "INSERT INTO mine.notes VALUES (1, 2), (2, 3)");
      TestSql.rows(catalog, "CREATE INDEX by_n ON mine.notes (n)");
      TestSql.rows(catalog, "CREATE MACRO mine.twice(x) AS 2 * x");
      TestSql.rows(catalog, "CREATE SEQUENCE numbers");
      TestSql.rows(catalog, "CREATE TYPE mood AS ENUM ('sad', 'glad')");
      TestSql.rows(catalog, "CREATE TABLE numbered (n BIGINT DEFAULT nextval('numbers'))");
      TestSql.rows(catalog, "INSERT INTO numbered VALUES (DEFAULT)");
      TestSql.rows(catalog, "CREATE TABLE big AS SELECT hash(range) AS n FROM range(200000)");
    }
    flip(file, blockOf("big") * 262_144L + 12_288 + 500);

    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved())
        .endsWith(
            "; lost: big, constraints of numbered, index by_n, macro twice, sequence numbers,"
                + " type mood");
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(TestSql.rows(catalog, "FROM numbered")).containsExactly("1");
      assertThat(TestSql.rows(catalog, "FROM mine.notes ORDER BY id"))
          .containsExactly("1|2", "2|3");
      String kinds = "SELECT constraint_type FROM duckdb_constraints() WHERE table_name = 'notes'";
      assertThat(TestSql.rows(catalog, kinds)).contains("PRIMARY KEY", "NOT NULL");
    }
  }

  /** Not as if the tables were as they were last. */
  @Test
  void tablesWithoutTheEndOfTheLogAreToldAsSuch() throws IOException {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "CREATE TABLE big AS SELECT hash(range) AS n FROM range(200000)");
    }
    long block = blockOf("big");
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "CREATE TABLE small AS SELECT 1 AS n");
      TestSql.rows(catalog, "INSERT INTO small VALUES (2)");
      Files.copy(file, folder.resolve("b.duckdb"));
      Files.copy(log, folder.resolve("b.duckdb.wal"));
    }
    file = folder.resolve("b.duckdb");
    log = folder.resolve("b.duckdb.wal");
    flip(file, block * 262_144L + 12_288 + 500);
    flip(log, Files.size(log) - 1);

    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved())
        .matches("of all but the last \\d+ of \\d+ bytes of its log: \\d+ tables; lost: big");
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(TestSql.rows(catalog, "FROM small")).containsExactly("1");
    }
  }

  @Test
  void behindALinkItIsTheFileThatIsRepaired() throws IOException {
    flip(log, Files.size(log) / 2);
    Path real = file;
    Path link = Files.createDirectory(folder.resolve("links")).resolve("linked.duckdb");
    Files.createSymbolicLink(link, real);
    file = link;

    PhotocatException failure = failureOfOpening();
    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(failure.message()).contains(" is damaged at byte ");
    assertThat(repaired.backup()).contains(folder.toRealPath().resolve(BACKUP));
    assertThat(link).isSymbolicLink();
    assertThat(real).isRegularFile();
    assertThat(batches()).isBetween(BATCHES / 2 - 2L, BATCHES / 2 + 1L);
    assertThat(link.getParent()).isDirectoryNotContaining(each -> !each.equals(link));
  }

  @Test
  void whatWasDroppedIsMadeAgain() {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "DROP TABLE shortlist");
    }

    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(repaired.found()).isEqualTo("it had lost table shortlist: made again, empty");
    assertThat(repaired.kind()).isEqualTo(ExitStatus.DONE);
    assertThat(repair()).isEmpty();
  }

  @Test
  void aRequestToStopLeavesEverythingAsItWas() throws IOException {
    flip(log, Files.size(log) / 2);
    byte[] before = Files.readAllBytes(file);
    Cancellation stop = new Cancellation();
    stop.cancel();

    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class,
            () -> new CatalogRepair(file, CatalogSettings.DEFAULTS, stop).run(NOW));

    assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(file).hasBinaryContent(before);
    assertThat(names()).containsExactly("photocat.duckdb", "photocat.duckdb.wal");
  }

  /** Here the way is barred by a backup of the same second. */
  @Test
  void repairThatCannotBeDoneChangesNothing() throws IOException {
    flip(log, Files.size(log) / 2);
    Files.writeString(folder.resolve(BACKUP), "an earlier backup");
    byte[] before = Files.readAllBytes(log);

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::repair);

    assertThat(failure.message())
        .isEqualTo("cannot repair catalogue %s: there is %s already".formatted(file, BACKUP));
    assertThat(log).hasBinaryContent(before);
    assertThat(folder.resolve(BACKUP)).hasContent("an earlier backup");
  }

  @Test
  void fileOfAnotherKindIsRefused() throws IOException {
    Files.writeString(file, "name\nBellis perennis\n");

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::repair);

    assertThat(failure.message()).endsWith("it is not a DuckDB file");
    assertThat(file).hasContent("name\nBellis perennis\n");
  }

  private Optional<CatalogRepair.Repaired> repair() {
    return new CatalogRepair(file, CatalogSettings.DEFAULTS, new Cancellation()).run(NOW);
  }

  private PhotocatException failureOfOpening() {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> Catalog.open(file, CatalogSettings.DEFAULTS).close());
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    return failure;
  }

  private PhotocatException failureOfReading() {
    return catchThrowableOfType(PhotocatException.class, this::batches);
  }

  private long batches() {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      List<Long> batches = new ArrayList<>();
      session.execute(
          "SELECT count(DISTINCT run_id) AS n, count(*) AS r FROM download_events",
          List.of(),
          new RowReader(
              row -> {
                assertThat(row.number("r")).isEqualTo(row.number("n") * UncleanEnd.ROWS);
                return batches.add(row.number("n"));
              }));
      return batches.get(0);
    }
  }

  private long blockOf(String table) {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      return Long.parseLong(
          TestSql.rows(
                  catalog, "SELECT max(block_id) FROM pragma_storage_info('%s')".formatted(table))
              .get(0));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static void cut(Path path, long size) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
      bytes.setLength(size);
    }
  }

  private static void overwrite(Path path, long place, byte[] with) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
      bytes.seek(place);
      bytes.write(with);
    }
  }

  private static void flip(Path path, long place) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
      bytes.seek(place);
      int old = bytes.read();
      bytes.seek(place);
      bytes.write(old ^ 1);
    }
  }
}
