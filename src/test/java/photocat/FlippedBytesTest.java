package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.TestSql;
import photocat.job.TestManifest;

/**
 * Bytes at random places of a catalogue are changed. Whatever that hits, it is told in plain words,
 * and never as if all were well. {@code -Dphotocat.flips=200} tries more places.
 */
final class FlippedBytesTest {
  private static final int PHOTOS = 3_000;
  private static final String COUNT =
      "SELECT count(*) AS n, bit_xor(hash(p)) AS h FROM manifest_photos AS p";

  @TempDir private static Path sample;
  private static String expected = "";

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws IOException {
    Path made = sample.resolve("c.duckdb");
    for (int id = 1; id <= 2; id++) {
      int number = id;
      try (Catalog catalog = Catalog.open(made, CatalogSettings.DEFAULTS)) {
        TestManifest.add(sql -> TestSql.rows(catalog, sql), number, "m" + number, PHOTOS);
      }
    }
    WholeRun run = new WholeRun(sample).with("PHOTOCAT_CATALOG", made.toString());
    assertThat(run.of("-c", COUNT)).isZero();
    expected = run.data();
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("photocat.flips", 8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areToldInPlainWords(int seed) throws IOException {
    Path file = folder.resolve("c.duckdb");
    Files.copy(sample.resolve("c.duckdb"), file);
    String where = flip(file, new Random(seed));
    WholeRun run = new WholeRun(folder).with("PHOTOCAT_CATALOG", file.toString());
    List<String> said = new ArrayList<>(List.of(where));

    int counted = run(run, said, "--read-only", "-c", COUNT);
    String count = run.data();
    run(run, said, "status");
    int repaired = run(run, said, "repair");
    int afterwards = run(run, said, "-c", COUNT);

    assertThat(repaired).as(said.toString()).isIn(0, 1, 3);
    if (counted == 0) {
      assertThat(count).as(said.toString()).isEqualTo(expected);
    }
    if (repaired == 0) {
      assertThat(afterwards).as(said.toString()).isZero();
      assertThat(run.data()).as(said.toString()).isEqualTo(expected);
    }
    if (repaired != 1) {
      assertThat(run.of("status")).as(said.toString()).isZero();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .as(said.toString())
          .noneMatch(name -> name.startsWith(".photocat-"));
    }
  }

  private static int run(WholeRun run, List<String> said, String... words) {
    int exitCode = run.of(words);
    String narration = run.narration();
    said.add(words[words.length - 1] + " -> " + exitCode + ": " + narration.strip());
    assertThat(exitCode).as(said.toString()).isIn(0, 1, 3, 4);
    assertThat(narration)
        .as(said.toString())
        .doesNotContain("bug", "Error:", "INTERNAL", "Exception", "checksum", "/read_table")
        .doesNotContainPattern("(?m)^\\s+at ");
    assertThat(narration.lines().count()).as(said.toString()).isLessThan(5);
    return exitCode;
  }

  /** Changes one to sixteen bytes; every fourth time in the headers. */
  private static String flip(Path file, Random random) throws IOException {
    long size = random.nextInt(4) == 0 ? 12_288 : Files.size(file);
    byte[] noise = new byte[1 + random.nextInt(16)];
    random.nextBytes(noise);
    long at = (long) (random.nextDouble() * (size - noise.length));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(noise), at);
    }
    return noise.length + " bytes at " + at;
  }
}
