package photocat.job.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TakenSlugsTest {
  @Test
  void knowsWhatWasAddedAndNothingElse() {
    TakenSlugs taken = new TakenSlugs();

    IntStream.range(0, 100_000).mapToObj(i -> "apis_" + i).forEach(taken::add);
    taken.add("apis_7");

    assertThat(IntStream.range(0, 100_000).mapToObj(i -> "apis_" + i)).allMatch(taken::contains);
    assertThat(IntStream.range(0, 100_000).mapToObj(i -> "bees_" + i)).noneMatch(taken::contains);
    assertThat(taken.contains("")).isFalse();
  }
}
