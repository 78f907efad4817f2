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
import photocat.model.Kind;
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
    assertThat(repaired.backup()).isEqualTo(folder.resolve(BACKUP));
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

    assertThat(failure.kind()).isEqualTo(Kind.CATALOG);
    assertThat(failure.message())
        .contains(" catalogue " + file + ": it is damaged: it ends before");
    assertThat(repaired.saved()).matches("nothing|\\d+ tables; lost: .*");
    assertThat(folder.resolve(BACKUP)).exists();
    assertThat(repair()).isEmpty();
  }

  @Test
  void fileThatIsCutInItsHeaderIsMovedAsideForANewOne() throws IOException {
    cut(file, 4_096);

    PhotocatException failure = failureOfOpening();
    CatalogRepair.Repaired repaired = repair().orElseThrow();

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue " + file + ": it is damaged: it ends before byte 4096");
    assertThat(repaired.saved()).isEqualTo("nothing");
    assertThat(names()).contains(BACKUP, BACKUP + ".wal", "photocat.duckdb");
    assertThat(batches()).isZero();
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
    return new CatalogRepair(file, CatalogSettings.DEFAULTS).run(NOW);
  }

  private PhotocatException failureOfOpening() {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> Catalog.open(file, CatalogSettings.DEFAULTS).close());
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(Kind.CATALOG);
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
