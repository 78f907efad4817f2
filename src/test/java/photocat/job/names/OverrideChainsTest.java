package photocat.job.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OverrideChainsTest {
  @Test
  void endsWhereTheChainDoesWhateverTheOrder() {
    List<String[]> decisions =
        new ArrayList<>(
            List.of(
                new String[] {"A", "b"},
                new String[] {"B ", "c"},
                new String[] {"c", "D"},
                new String[] {"d", "D"},
                new String[] {"e", "100"}));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(decisions, new Random(seed));
      OverrideChains chains = of(decisions);

      assertThat(List.of(chains.end("a"), chains.end("b"), chains.end("C"), chains.end("d")))
          .containsOnly("D");
      assertThat(chains.end("e")).isEqualTo("100");
      assertThat(chains.circle("d")).isEmpty();
    }
  }

  @Test
  void knowsCirclesAndWhatLeadsIntoThem() {
    OverrideChains chains =
        of(List.of(new String[] {"a", "B"}, new String[] {"b", "A"}, new String[] {"c", "a"}));

    assertThat(chains.circle("a")).contains(List.of("a", "B", "A"));
    assertThat(chains.circle("c")).isEmpty();
    assertThat(chains.end("c")).isEqualTo("a");
    assertThat(chains.end("b")).isEqualTo("A");
  }

  private static OverrideChains of(List<String[]> decisions) {
    OverrideChains chains = new OverrideChains();
    decisions.forEach(decision -> chains.put(decision[0], decision[1]));
    return chains;
  }
}
