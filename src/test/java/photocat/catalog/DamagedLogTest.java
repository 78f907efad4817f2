package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

/** Single bytes of a log of two commits are changed, where DuckDB believes the log ends early. */
final class DamagedLogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final int LENGTH_BYTES = 8;

  @TempDir private static Path sample;

  /** How long the heading is, and where the entries begin. */
  private static int heading;

  private static int firstCommit;
  private static int secondCommit;

  @TempDir private Path folder;
  private Path file;
  private Path log;

  @BeforeAll
  static void fill() throws IOException {
    Path made = sample.resolve("made.duckdb");
    try (Catalog catalog = NewCatalog.open(made)) {
      TestSql.rows(catalog, "CREATE TABLE mine AS SELECT 0 AS n");
      TestSql.rows(catalog, "CHECKPOINT");
      TestSql.rows(catalog, "INSERT INTO mine VALUES (1)");
      TestSql.rows(catalog, "INSERT INTO mine VALUES (2)");
      Files.copy(made, sample.resolve("c.duckdb"));
      Files.copy(RescueCopy.logOf(made), sample.resolve("c.duckdb.wal"));
    }
    byte[] bytes = Files.readAllBytes(sample.resolve("c.duckdb.wal"));
    heading = place(bytes, 0, -1, -1) + 2;
    firstCommit = place(bytes, heading, 5, 0, 0, 0, 0, 0, 0, 0);
    secondCommit = place(bytes, firstCommit + 1, 5, 0, 0, 0, 0, 0, 0, 0);
    assertThat(secondCommit).isEqualTo(bytes.length - 21);
  }

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("c.duckdb");
    log = folder.resolve("c.duckdb.wal");
    Files.copy(sample.resolve("c.duckdb"), file);
    Files.copy(sample.resolve("c.duckdb.wal"), log);
  }

  @Test
  void isTakenInWhereNothingIsDamaged() throws IOException {
    assertThat(DatabaseLog.brokenAt(log)).isEmpty();
    assertThat(rows()).containsExactly("0", "1", "2");
  }

  /** They have no checksum, but all that is in them is known. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 5, 6, 8, 9, 20, -5, -2, -1})
  void aFlippedByteOfTheHeadingCostsNothing(int at) throws IOException {
    flip(at < 0 ? heading + at : at, 0x15);

    assertThat(failureOfReading()).contains(": its log " + log + " is damaged");
    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.DONE);
    assertThat(repaired.saved()).isEqualTo("everything");
    assertThat(rows()).containsExactly("0", "1", "2");
  }

  /** What is in the log of another checkpoint may be in the file already. */
  @Test
  void aLogOfAnotherCheckpointIsNotTakenIn() throws IOException {
    flip(heading - 3, 0x15);

    assertThat(failureOfReading()).endsWith("its log " + log + " is of it at another time");
    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved()).startsWith("all but its log of ");
    assertThat(rows()).containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void anEntryLongerThanTheLogCostsWhatFollows(int at) throws IOException {
    flip(secondCommit + at, 0x15);

    assertThat(failureOfReading()).endsWith("is damaged at byte " + secondCommit);
    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved()).startsWith("all but the last 21 of ");
    assertThat(rows()).containsExactly("0", "1");
  }

  @Test
  void anEntryWithoutLengthCostsWhatFollows() throws IOException {
    flip(firstCommit, 5);

    assertThat(failureOfReading()).endsWith("is damaged at byte " + firstCommit);
    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(rows()).containsExactly("0");
  }

  @Test
  void opensForNobodyAndStaysAsItIs() throws IOException {
    flip(firstCommit + LENGTH_BYTES - 1, 1);
    byte[] before = Files.readAllBytes(log);

    PhotocatException toWrite =
        catchThrowableOfType(
            PhotocatException.class, () -> Catalog.open(file, CatalogSettings.DEFAULTS).close());
    PhotocatException attached =
        catchThrowableOfType(
            PhotocatException.class,
            () -> {
              try (Catalog none = Catalog.without(file, CatalogSettings.DEFAULTS)) {
                none.openedReadOnly(holder -> false).close();
              }
            });

    assertThat(toWrite.message()).endsWith("is damaged at byte " + firstCommit);
    assertThat(attached.message()).endsWith("is damaged at byte " + firstCommit);
    assertThat(toWrite.hint().orElseThrow()).startsWith("'photocat repair --catalog ");
    assertThat(log).hasBinaryContent(before);
  }

  /** Nobody can have read what a power cut has not let come to the disk. */
  @Test
  void aLogThatEndsWithinAnEntryOpens() throws IOException {
    try (RandomAccessFile opened = new RandomAccessFile(log.toFile(), "rw")) {
      opened.setLength(secondCommit + 3);
    }

    assertThat(rows()).containsExactly("0", "1");
  }

  /** While it is written it may look damaged. */
  @Test
  void ofAFileThatIsHeldNothingIsSaid() throws IOException {
    Files.delete(log);
    Process holder =
        new ProcessBuilder(OtherJvm.command(List.of(), CatalogHolder.class, file.toString()))
            .start();
    try {
      assertThat(holder.inputReader().readLine()).startsWith("open ");
      Files.copy(sample.resolve("c.duckdb.wal"), log);
      flip(firstCommit, 0x15);

      assertThat(failureOfReading()).endsWith(" holds it");
    } finally {
      holder.destroy();
    }
  }

  /** What is committed while a checkpoint is made goes there. */
  @Test
  void aSecondLogCountsAsWhatFollowsTheFirst() throws IOException {
    Path second = folder.resolve("c.duckdb.wal.checkpoint");
    Files.copy(log, second);
    flip(second, secondCommit + 1, 0x15);

    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.found())
        .isEqualTo("its log " + second + " is damaged at byte " + secondCommit);
    assertThat(repaired.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(repaired.saved())
        .isEqualTo(
            "all but the last 21 of %d bytes of its log".formatted(2 * Files.size(backup())));
    assertThat(rows()).containsExactly("0", "1", "2");
    assertThat(second).doesNotExist();
  }

  private Path backup() {
    return folder.resolve("c.duckdb.damaged-20261120T120000Z.wal.checkpoint");
  }

  private List<String> rows() {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      return TestSql.rows(catalog, "SELECT n FROM mine ORDER BY n");
    }
  }

  private String failureOfReading() {
    return catchThrowableOfType(
            PhotocatException.class,
            () -> Catalog.openReadOnly(file, CatalogSettings.DEFAULTS).close())
        .message();
  }

  private CatalogRepair.Repaired repair() {
    return new CatalogRepair(file, CatalogSettings.DEFAULTS, new Cancellation())
        .run(NOW)
        .orElseThrow();
  }

  private void flip(int at, int bits) throws IOException {
    flip(log, at, bits);
  }

  private static void flip(Path changed, int at, int bits) throws IOException {
    byte[] bytes = Files.readAllBytes(changed);
    bytes[at] ^= (byte) bits;
    Files.write(changed, bytes);
  }

  private static int place(byte[] bytes, int from, int... wanted) {
    for (int at = from; at + wanted.length <= bytes.length; at++) {
      int start = at;
      int[] found = new int[wanted.length];
      Arrays.setAll(found, i -> bytes[start + i]);
      if (Arrays.equals(found, wanted)) {
        return at;
      }
    }
    throw new AssertionError("not there: " + Arrays.toString(wanted));
  }
}
