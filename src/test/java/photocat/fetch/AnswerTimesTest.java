package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Windows of two seconds, a baseline of thirty windows. */
final class AnswerTimesTest {
  private final AnswerTimes times = new AnswerTimes(HostTimes.DEFAULTS);

  @Test
  void twiceTheUsualIsStillFlat() {
    assertThat(window(100)).isTrue();
    assertThat(window(200)).isTrue();
    assertThat(window(201)).isFalse();
  }

  @Test
  void whatIsNeverLongIsFlat() {
    window(1);

    assertThat(window(50)).isTrue();
  }

  @Test
  void medianIsNotMovedByAFewSlowOnes() {
    window(100);
    times.add(Duration.ofSeconds(9));
    times.add(Duration.ofMillis(100));

    assertThat(window(100)).isTrue();
    assertThat(times.median()).contains(Duration.ofMillis(100));
  }

  @Test
  void whatWasUsualIsForgottenAfterAMinute() {
    window(100);
    for (int i = 0; i < 30; i++) {
      window(500);
    }

    assertThat(window(900)).isTrue();
  }

  @Test
  void windowWithoutAnswersSaysNothing() {
    assertThat(times.endWindow()).isTrue();
    assertThat(times.median()).isEmpty();
  }

  private boolean window(long millis) {
    times.add(Duration.ofMillis(millis));
    times.add(Duration.ofMillis(millis));
    return times.endWindow();
  }
}
