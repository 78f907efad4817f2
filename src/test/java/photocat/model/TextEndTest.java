package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextEndTest {
  @Test
  void takesOffWhatIsAtTheEndOnly() {
    assertThat(TextEnd.without("/a/b#/", "/#")).isEqualTo("/a/b");
    assertThat(TextEnd.without("a", "/")).isEqualTo("a");
    assertThat(TextEnd.without("//", "/")).isEmpty();
    assertThat(TextEnd.without("/".repeat(1_000_000) + "a", "/")).hasSize(1_000_001);
  }
}
