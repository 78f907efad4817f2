package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TakenNamesTest {
  private final TakenNames names = new TakenNames();

  @Test
  void nothingIsFreeForCertainBeforeAllAreKnown() {
    assertThat(names.isFree("a.jpg")).isFalse();

    names.complete();

    assertThat(names.isFree("a.jpg")).isTrue();
  }

  @Test
  void takenNameIsNeverFreeAndFewFreeOnesPassForTaken() {
    IntStream.range(0, 200_000).forEach(i -> names.add("taxon_" + i % 50 + "/" + i + "_large.jpg"));
    names.complete();

    assertThat(IntStream.range(0, 200_000))
        .noneMatch(i -> names.isFree("taxon_" + i % 50 + "/" + i + "_large.jpg"));
    assertThat(
            IntStream.range(200_000, 400_000)
                .filter(i -> !names.isFree("taxon_" + i % 50 + "/" + i + "_large.jpg"))
                .count())
        .isLessThan(20);
  }
}
