package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.source.dwca.MediaForm;
import photocat.sql.Quoted;

/** The catalogue tells of addresses what {@link MediaForm} tells of one. */
final class MediaMacrosTest {
  private static Catalog catalog;

  @BeforeAll
  static void open() {
    catalog = NewCatalog.inMemory();
  }

  @AfterAll
  static void close() {
    catalog.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example/a.jpg",
        "HTTP://h.example/a",
        "  https://h.example/a b.jpg ",
        "ftp://h.example/a.jpg",
        "//h.example/a.jpg",
        "a.jpg",
        "C:\\photos\\a.jpg",
        "https://",
        "https:///a",
        "https://h.example/iiif/2/x/info.json",
        "https://h.example/iiif/2/x/INFO.JSON?v=1#top",
        "https://h.example/info.jsonx",
        "https://h.example/x/manifest",
        "https://h.example/x/manifest.json/",
        "https://h.example/iiif/x/manifest-2.json?x",
        "https://h.example/manifesto.jpg",
        " ",
        ""
      })
  void formsAndWholeImages(String address) {
    String quoted = Quoted.text(address);

    assertThat(only("SELECT media_form(%s, NULL)".formatted(quoted)))
        .isEqualTo(MediaForm.of("", address).name().toLowerCase(Locale.ROOT));
    assertThat(only("SELECT whole_image(%s)".formatted(quoted)))
        .isEqualTo(MediaForm.imageOf(address).orElse(address.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "https://h.example/a.JPG, jpg",
        "https://h.example/a.b/c.jpeg?x=1.png, jpeg",
        "https://h.example/a.jpg#x, jpg",
        "https://h.example, null",
        "https://h.example/é/a.Jpg, jpg",
        "ftp://h.example/a.png, png",
        "http://h.example/a.jp2, jp2",
        "https://h.example?x=/a.jpg, null",
        "https://h.example/, null",
        "https://h.example/a.b/c, null",
        "https://h.example/a.j, null",
        "https://h.example/a.12345678, 12345678",
        "https://h.example/a.123456789, null",
        "a.jpg, null"
      })
  void endings(String address, String ending) {
    assertThat(only("SELECT media_ending(%s)".formatted(Quoted.text(address))))
        .isEqualTo(String.valueOf(ending));
  }

  @ParameterizedTest
  @CsvSource({
    "https://inaturalist-open-data.s3.amazonaws.com/photos/77/original.jpeg, 77",
    "http://inaturalist-open-data.s3.us-east-1.amazonaws.com/photos/78/large.jpg, 78",
    "https://static.inaturalist.org/photos/79/medium.jpg?1, 79",
  })
  void iNaturalistsPhotosHaveTheirNumber(String address, String number) {
    assertThat(only("SELECT photo_number(%s)".formatted(Quoted.text(address)))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example/a.jpg",
        "https://inaturalist-open-data.s3.amazonaws.com.evil.example/photos/77/original.jpeg",
        "https://evil.example/https://static.inaturalist.org/photos/79/medium.jpg",
        "https://inaturalist-open-data.s3.amazonaws.com/photos/x/original.jpeg",
        "https://inaturalist-open-data.s3.amazonaws.com/photos/9999999999999999/original.jpeg"
      })
  void noOtherPhotoHasANumberThatCouldBeOneOfINaturalists(String address) {
    String number = only("SELECT photo_number(%s)".formatted(Quoted.text(address)));

    assertThat(Long.parseLong(number)).isGreaterThanOrEqualTo(1L << 62);
  }

  private static String only(String sql) {
    return TestSql.rows(catalog, sql).get(0);
  }
}
