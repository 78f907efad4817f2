package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeedTest {
  @ParameterizedTest
  @CsvSource({
    "50MB/s,50000000,50MB/s",
    "1.5 MB/s,1500000,1500KB/s",
    "800kB,800000,800KB/s",
    "2G,2000000000,2GB/s",
    "12345,12345,12345B/s",
    "unlimited,0,unlimited"
  })
  void readsAndWritesWhatPeopleDo(String text, long bytesPerSecond, String written) {
    assertThat(Speed.parse(text)).isEqualTo(bytesPerSecond);
    assertThat(Speed.format(bytesPerSecond)).isEqualTo(written);
    assertThat(Speed.parse(written)).isEqualTo(bytesPerSecond);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "0", "0.0001kB/s", "-1MB/s", "5 TB/s", "50MB/min"})
  void refusesWhatIsNoSpeed(String text) {
    assertThatThrownBy(() -> Speed.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(text + ", must be bytes a second such as 50MB/s, or unlimited");
  }
}
