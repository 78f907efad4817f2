package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {
  /** CSI has a code of its own, U+009B, which terminals obey like the one that begins with ESC. */
  @Test
  void controlsNothing() {
    assertThat(OneLine.of("a\u001b[2J\u009b31m\u0085\u2028\u202eb")).isEqualTo("a?[2J?31m???b");
  }

  @Test
  void holdsWholeCharactersOnly() {
    assertThat(OneLine.of("\ud83d a \udc1d")).isEqualTo("? a ?");
    assertThat(OneLine.of("a".repeat(79) + "🐝🐝")).isEqualTo("a".repeat(79) + "…");
    assertThat(OneLine.of("a".repeat(78) + "🐝🐝")).isEqualTo("a".repeat(78) + "🐝…");
  }
}
