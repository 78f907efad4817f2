package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptOutTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "noai",
        "NoImageAI",
        "noindex, noimageai",
        "photocat: noai",
        "*: noai",
        "otherbot: noindex, photocat: noimageai",
        "photocat: noindex, noai",
        "max-snippet: 5, noai",
        "unavailable_after: 25 Jun 2010 15:00:00 PST, noai"
      })
  void tagsForAllOrForUsCount(String tag) {
    assertThat(OptOut.isIn(List.of(tag), Optional.empty())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "noindex", "all", "otherbot: noai", "otherbot: noindex, noai", "noai-not"})
  void othersDoNot(String tag) {
    assertThat(OptOut.isIn(List.of(tag), Optional.empty())).isFalse();
  }

  @Test
  void anyOfSeveralHeadersIsEnough() {
    assertThat(OptOut.isIn(List.of("otherbot: noai", "noai"), Optional.empty())).isTrue();
  }

  @Test
  void reservationOfTextAndDataMiningCounts() {
    assertThat(OptOut.isIn(List.of(), Optional.of(" 1 "))).isTrue();
    assertThat(OptOut.isIn(List.of(), Optional.of("0"))).isFalse();
  }
}
