package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FetchSettingsTest {
  @Test
  void defaultsKeepToTheOpenInternet() {
    assertThat(FetchSettings.DEFAULTS.allowPrivateHosts()).isFalse();
    assertThat(FetchSettings.DEFAULTS.maxPhotoBytes()).isEqualTo(67_108_864);
  }

  @Test
  void refusesNonsenseByKeyValueAndRule() {
    assertThatThrownBy(() -> FetchSettings.DEFAULTS.with(FetchSettings.MAX_CONNECTIONS, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fetch.max-connections is 0, must be 1 to 512");
  }
}
