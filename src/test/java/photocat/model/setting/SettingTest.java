package photocat.model.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingTest {
  private static final Setting<Integer> TRIES =
      Setting.count("a.tries", 4, "Tries of one photo")
          .must("1 or more", tries -> tries >= 1)
          .must("9 or less", tries -> tries <= 9)
          .flag("N", "--tries", "-t")
          .whileRunning();

  private static final Setting<Duration> PAUSE =
      Setting.positive("a.pause", Duration.ofSeconds(1), "Wait between them");

  @Test
  void tellsWhatItTakesAfterWhatItMeans() {
    assertThat(TRIES.meaning()).isEqualTo("Tries of one photo; 1 or more, 9 or less");
    assertThat(PAUSE.meaning()).isEqualTo("Wait between them; above zero");
    assertThat(Setting.text("a.name", "", "A name").meaning()).isEqualTo("A name");
    assertThat(TRIES.flag()).contains(new Flag("N", List.of("--tries", "-t")));
    assertThat(TRIES.changesWhileRunning()).isTrue();
    assertThat(PAUSE.changesWhileRunning()).isFalse();
  }

  @Test
  void refusesWhatBreaksARuleWithKeyValueAndRule() {
    assertThat(TRIES.parse("9")).isEqualTo(9);
    assertThatThrownBy(() -> TRIES.parse("ten"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.tries is ten, must be a whole number");
    assertThatThrownBy(() -> TRIES.parse("10")).hasMessage("a.tries is 10, must be 9 or less");
    assertThatThrownBy(() -> PAUSE.parse("1s"))
        .hasMessage("a.pause is 1s, must be an ISO-8601 duration such as PT10S");
    assertThatThrownBy(() -> Chosen.NOTHING.with(PAUSE, Duration.ZERO))
        .hasMessage("a.pause is PT0S, must be above zero");
  }

  @Test
  void holdsAsUsualUnlessChosen() {
    Chosen chosen = Chosen.NOTHING.with(TRIES, 7);

    assertThat(chosen.of(TRIES)).isEqualTo(7);
    assertThat(chosen.of(PAUSE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(chosen.with(Chosen.NOTHING.with(TRIES, 2)).of(TRIES)).isEqualTo(2);
    assertThat(chosen).isEqualTo(Chosen.NOTHING.with(TRIES, 7)).isNotEqualTo(Chosen.NOTHING);
  }
}
