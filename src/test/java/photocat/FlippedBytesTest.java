package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes at random places of a catalogue or of its log are changed. Whatever that hits, it is told
 * in plain words, and never as if all were well. {@code -Dphotocat.flips=200} tries more places,
 * {@code -Dphotocat.flips-from=1000} others, {@code -Dphotocat.flip-bytes=1} as many bytes each
 * time, {@code -Dphotocat.flip-where=LOG} of one part only.
 */
final class FlippedBytesTest {
  private static final int MOST_BYTES = 16;

  @TempDir private static Path sample;
  private static FlippedCatalog catalog;

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws IOException {
    catalog = FlippedCatalog.make(sample);
  }

  static IntStream seeds() {
    int from = Integer.getInteger("photocat.flips-from", 0);
    return IntStream.range(from, from + Integer.getInteger("photocat.flips", 10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areToldInPlainWords(int seed) throws IOException {
    Random random = new Random(seed);
    FlippedCatalog.Part[] parts = FlippedCatalog.Part.values();
    String wanted = System.getProperty("photocat.flip-where");
    FlippedCatalog.Part part =
        wanted == null ? parts[seed % parts.length] : FlippedCatalog.Part.valueOf(wanted);
    int most = Integer.getInteger("photocat.flip-bytes", seed / parts.length % 2 * MOST_BYTES);
    byte[] noise = new byte[most <= 1 ? 1 : 1 + random.nextInt(most)];
    random.nextBytes(noise);
    Path file = catalog.copyTo(folder, part);
    WholeRun run = new WholeRun(folder).with("PHOTOCAT_CATALOG", file.toString());
    List<String> said = new ArrayList<>(List.of(catalog.flip(file, part, random, noise)));

    int counted = run(run, said, "--read-only", "-c", FlippedCatalog.SUMS);
    String sums = run.data();
    run(run, said, "status");
    int repaired = run(run, said, "repair");
    String words = run.narration();

    assertThat(repaired).as(said.toString()).isIn(0, 1, 3);
    if (counted == 0) {
      assertThat(sums).as(said.toString()).isEqualTo(catalog.sums(part));
    }
    if (repaired == 0) {
      assertThat(run(run, said, "-c", FlippedCatalog.SUMS)).as(said.toString()).isZero();
      assertThat(run.data()).as(said.toString()).isEqualTo(catalog.sums(part));
    }
    if (repaired == 3) {
      assertThat(run.of("status")).as(said.toString()).isZero();
      List<String> unlike = catalog.unlike(file, part);
      assertThat(unlike).as(said.toString()).allMatch(FlippedCatalog::isFewer);
      if (!words.contains("log") && !words.contains("checkpoint")) {
        String lost = words.substring(words.indexOf("; lost: "));
        assertThat(unlike)
            .as(said.toString())
            .allMatch(line -> lost.contains(line.substring(0, line.indexOf(' '))));
      }
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
    said.add("\n" + words[0] + " -> " + exitCode + ": " + narration.strip());
    assertThat(exitCode).as(said.toString()).isIn(0, 1, 3, 4);
    assertThat(narration)
        .as(said.toString())
        .doesNotContain("bug", "Error:", "INTERNAL", "Exception", "checksum", "/read_table")
        .doesNotContainPattern("(?m)^\\s+at ");
    assertThat(narration.lines().count()).as(said.toString()).isLessThan(5);
    return exitCode;
  }
}
