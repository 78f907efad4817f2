package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNamesTest {
  private static final List<String> NAMES =
      List.of("coverage", "gaps", "INSERTS", "licenses", "qa", "qa/missing");

  @Test
  void findsNamesAFewLettersAway() {
    assertThat(NearestNames.to("coverge", NAMES)).containsExactly("coverage");
    assertThat(NearestNames.to("licneses", NAMES)).containsExactly("licenses");
    assertThat(NearestNames.to("gasp", NAMES)).containsExactly("gaps");
  }

  @Test
  void findsNamesThatContainTheWord() {
    assertThat(NearestNames.to("miss", NAMES)).containsExactly("qa/missing");
  }

  @Test
  void ignoresCaseInEveryLocale() {
    assertThat(NearestNames.to("inserts", NAMES)).containsExactly("INSERTS");
  }

  @Test
  void findsNothingFarAwayAndNothingForNothing() {
    assertThat(NearestNames.to("photographs", NAMES)).isEmpty();
    assertThat(NearestNames.to("", NAMES)).isEmpty();
  }
}
