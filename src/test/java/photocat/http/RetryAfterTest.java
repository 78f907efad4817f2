package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,0", "3,3", " 120 ,120", "3600,3600", "3601,3600", "99999999999999999999,3600"})
  void secondsAreTakenUpToAnHour(String value, long seconds) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void dateIsAsFarAsItIs() {
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 12:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void dateInThePastIsNow() {
    assertThat(RetryAfter.parse("Fri, 20 Nov 2020 12:00:30 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "2026-11-20T12:00:30Z"})
  void anythingElseIsNoAnswer(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }
}
