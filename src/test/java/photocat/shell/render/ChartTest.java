package photocat.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import photocat.model.PhotocatException;

final class ChartTest {
  private static final RenderOptions NARROW = new RenderOptions(30, 0, true);
  private static final Drawing HISTOGRAM =
      (out, options) -> new HistogramSink(out, options, Optional.empty());

  @Test
  void barsFillTheScreenAndTheSmallestIsSeen() {
    Results results =
        Results.of("license VARCHAR", "photos BIGINT")
            .row("CC-BY-NC", 8_120L)
            .row("CC\u001b0", 1L)
            .row(null, 0L)
            .row("名", 4_060L);

    assertThat(results.drawn(ChartSink::new, NARROW))
        .isEqualTo(
            """
            CC-BY-NC  8,120  █████████████
            CC\\x1b0       1  ▏
            NULL          0
            名        4,060  ██████▌
            """);
  }

  @Test
  void drawsWithAsciiAndBelowZero() {
    Results results = Results.of("n INTEGER", "d DOUBLE").row(1, -2.0).row(2, 4.0).row(3, null);

    assertThat(results.drawn(ChartSink::new, new RenderOptions(20, 0, false)))
        .isEqualTo(
            """
            1  -2.0  ------
            2   4.0  ###########
            3  NULL
            """);
  }

  @Test
  void takesTheNumberFromEitherSide() {
    Results results = Results.of("photos BIGINT", "license VARCHAR").row(1L, "CC0");

    assertThat(results.drawn(ChartSink::new, NARROW)).startsWith("CC0  1  █");
    assertThat(Results.of("a VARCHAR", "b BIGINT").drawn(ChartSink::new, NARROW))
        .isEqualTo("0 rows\n");
    assertThatThrownBy(() -> Results.of("a VARCHAR").drawn(ChartSink::new, NARROW))
        .isInstanceOf(PhotocatException.class)
        .hasMessageContaining("expected two columns");
  }

  @Test
  void aHistogramHasRoundBinsWithoutGaps() {
    Results results = Results.of("name VARCHAR", "width INTEGER");
    for (int i = 0; i < 100; i++) {
      results.row("x", 75 * i);
    }
    results.row("x", null);

    assertThat(results.drawn(HISTOGRAM, new RenderOptions(40, 0, true)))
        .startsWith("≥    0  7  ███")
        .contains("\n≥  500  7  █")
        .contains("\n≥ 7000  6  █")
        .endsWith("width: 100 rows; 1 without a number\n");
  }

  @Test
  void aHistogramKnowsSmallNegativeAndHugeNumbers() {
    assertThat(Results.of("d DOUBLE").row(-0.25).row(0.3).row(0.1).drawn(HISTOGRAM, NARROW))
        .contains("≥ -0.25  1")
        .contains("≥   0.1  1")
        .contains("≥   0.3  1");
    assertThat(Results.of("d DOUBLE").row(1e300).row(0.0).row(Double.NaN).drawn(HISTOGRAM, NARROW))
        .contains("  1  ██")
        .endsWith("d: 2 rows; 1 without a number\n");
  }

  @Test
  void aHistogramOfManyDifferentNumbersCountsEach() {
    Results results = Results.of("d DOUBLE");
    for (int i = 0; i < 50_000; i++) {
      results.row(ThreadLocalRandom.current().nextDouble(1_000));
    }

    String drawn = results.drawn(HISTOGRAM, NARROW);

    long counted =
        drawn
            .lines()
            .filter(line -> line.startsWith("≥"))
            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2].replace(",", "")))
            .sum();
    assertThat(counted).isEqualTo(50_000);
    assertThat(drawn.lines().count()).isEqualTo(21);
  }
}
