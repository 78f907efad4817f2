package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** One of the three headers of a catalogue is damaged, and everything else is there. */
final class DamagedHeaderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final int HEADER_BYTES = 4_096;

  @TempDir private static Path sample;

  /** The header that holds, and the one before it. */
  private static int newest;

  private static int older;

  @TempDir private Path folder;
  private Path file;

  @BeforeAll
  static void fill() throws IOException {
    Path made = sample.resolve("c.duckdb");
    for (int rows : List.of(10, 200_000)) {
      try (Catalog catalog = Catalog.open(made, CatalogSettings.DEFAULTS)) {
        TestSql.rows(
            catalog, "CREATE TABLE t%1$d AS SELECT range AS n FROM range(%1$d)".formatted(rows));
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(made)).order(ByteOrder.LITTLE_ENDIAN);
    newest = bytes.getLong(HEADER_BYTES + 8) > bytes.getLong(2 * HEADER_BYTES + 8) ? 1 : 2;
    older = 3 - newest;
  }

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("c.duckdb");
    Files.copy(sample.resolve("c.duckdb"), file);
  }

  /** By the checksum it can be told which word of it was another. */
  @ParameterizedTest
  @CsvSource({
    "0, 3", "0, 9", "0, 60", "0, 130", "1, 0", "1, 9", "1, 17", "1, 25", "1, 33", "1, 41", "1, 57",
    "1, 4095", "2, 2", "2, 8", "2, 20", "2, 100"
  })
  void aFlippedByteCostsNothing(int header, int at) throws IOException {
    damage(header, at, new byte[] {(byte) ~byteAt(header, at)});

    assertSaved("everything", ExitStatus.DONE, header);
    assertThat(rows("t10")).isEqualTo(10);
    assertThat(rows("t200000")).isEqualTo(200_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 512, HEADER_BYTES})
  void theHeaderThatDoesNotHoldCostsNothing(int length) throws IOException {
    damage(older, 0, new byte[length]);

    assertSaved("everything", ExitStatus.DONE, older);
    assertThat(rows("t200000")).isEqualTo(200_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 64, HEADER_BYTES})
  void soDoesTheHeaderThatTellsTheKindOfFile(int length) throws IOException {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    damage(0, 0, noise);

    assertSaved("everything", ExitStatus.DONE, 0);
    assertThat(rows("t200000")).isEqualTo(200_000);
  }

  /** All is as of the checkpoint before, and that is said. */
  @ParameterizedTest
  @ValueSource(ints = {64, HEADER_BYTES})
  void theHeaderThatHoldsCostsTheLastCheckpoint(int length) throws IOException {
    damage(newest, 0, new byte[length]);

    assertSaved("what it held before its last checkpoint", ExitStatus.PARTIAL, newest);
    assertThat(rows("t10")).isEqualTo(10);
    assertThat(tables()).contains("t10").doesNotContain("t200000");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, HEADER_BYTES})
  void withoutBothNothingIsFound(int length) throws IOException {
    damage(newest, 0, new byte[length]);
    damage(older, 0, new byte[length]);
    byte[] damaged = Files.readAllBytes(file);

    CatalogRepair.Repaired repaired = repair();

    assertThat(repaired.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(repaired.saved()).isEqualTo("nothing");
    assertThat(file).hasBinaryContent(damaged);
    assertThat(names()).containsExactly("c.duckdb");
  }

  private void assertSaved(String saved, ExitStatus kind, int header) throws IOException {
    byte[] damaged = Files.readAllBytes(file);
    String found = "it is damaged: its header at byte " + header * HEADER_BYTES;
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> Catalog.open(file, CatalogSettings.DEFAULTS).close());

    CatalogRepair.Repaired repaired = repair();

    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    assertThat(failure.message()).isEqualTo("cannot open catalogue " + file + ": " + found);
    assertThat(failure.hint()).get().asString().startsWith("'photocat repair --catalog ");
    assertThat(repaired.found()).isEqualTo(found);
    assertThat(repaired.saved()).isEqualTo(saved);
    assertThat(repaired.kind()).isEqualTo(kind);
    assertThat(repaired.backup().orElseThrow()).hasBinaryContent(damaged);
    assertThat(names()).containsExactly("c.duckdb", "c.duckdb.damaged-20261120T120000Z");
  }

  private CatalogRepair.Repaired repair() {
    return new CatalogRepair(file, CatalogSettings.DEFAULTS, new Cancellation())
        .run(NOW)
        .orElseThrow();
  }

  private long rows(String table) {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(catalog.mended()).isEmpty();
      return Long.parseLong(TestSql.rows(catalog, "SELECT count(*) FROM " + table).get(0));
    }
  }

  private List<String> tables() {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      return TestSql.rows(catalog, "SELECT table_name FROM duckdb_tables()");
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private byte byteAt(int header, int at) throws IOException {
    return Files.readAllBytes(file)[header * HEADER_BYTES + at];
  }

  private void damage(int header, int at, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), (long) header * HEADER_BYTES + at);
    }
  }
}
