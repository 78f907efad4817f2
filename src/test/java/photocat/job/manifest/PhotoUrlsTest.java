package photocat.job.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.PhotocatException;

final class PhotoUrlsTest {
  private static final String PHOTO = "https://a.org/photos/1/large.jpg?v=2";

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:18800, http://127.0.0.1:18800/photos/1/large.jpg?v=2",
    "http://127.0.0.1:18800/, http://127.0.0.1:18800/photos/1/large.jpg?v=2",
    "http://127.0.0.1:18800/photos, http://127.0.0.1:18800/photos/1/large.jpg?v=2",
    "http://127.0.0.1:18800/photos/, http://127.0.0.1:18800/photos/1/large.jpg?v=2",
    "http://127.0.0.1:18800/pho, http://127.0.0.1:18800/pho/photos/1/large.jpg?v=2",
    "https://mirror.org/inat, https://mirror.org/inat/photos/1/large.jpg?v=2"
  })
  void mirrorTakesThePlaceOfSchemeAndHost(String base, String moved) {
    assertThat(new PhotoUrls(base).moved(PHOTO)).isEqualTo(moved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "photo.jpg", "https://a.org"})
  void whatIsNoAddressStays(String url) {
    assertThat(new PhotoUrls("http://b.org").moved(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:18800", "file:///photos", "http://", "no url", "http://a?b=c"})
  void mirrorMustBeOnTheWeb(String base) {
    assertThatThrownBy(() -> new PhotoUrls(base))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("--photo-base-url is %s, must be an http or https address", base);
  }
}
