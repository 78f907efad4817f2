package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class StoreAddressTest {
  private static final Optional<String> AMAZON = Optional.empty();

  @ParameterizedTest
  @CsvSource({
    "s3://bucket, s3://bucket",
    "s3://bucket/, s3://bucket",
    "s3://bucket/a/b//, s3://bucket/a/b",
    "s3://bucket/a?endpoint=https://minio.example:9000/, s3://bucket/a?endpoint=https://minio.example:9000"
  })
  void samePlaceHasTheSameText(String typed, String text) {
    assertThat(StoreAddress.of(typed, AMAZON).text()).isEqualTo(text);
    assertThat(StoreAddress.of(text, AMAZON).text()).isEqualTo(text);
  }

  @Test
  void keepsTheEndpointWithTheAddress() {
    StoreAddress address = StoreAddress.of("s3://bucket/a", Optional.of("http://127.0.0.1:9000"));

    assertThat(address.text()).isEqualTo("s3://bucket/a?endpoint=http://127.0.0.1:9000");
    assertThat(StoreAddress.of(address.text(), Optional.of("http://127.0.0.1:9000/")))
        .isEqualTo(address);
  }

  @Test
  void pathIsAFolder() {
    Path folder = Path.of("photos").toAbsolutePath();

    assertThat(StoreAddress.of(folder + "/x/..", AMAZON)).isEqualTo(StoreAddress.of(folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://|| the form is s3://bucket/prefix",
        "s3:///a || the form is s3://bucket/prefix",
        "s3://a b/c || the form is s3://bucket/prefix",
        "s3://bucket//a || the form is s3://bucket/prefix",
        "s3://bucket/a?region=x || only ?endpoint=URL may follow the prefix",
        "s3://bucket?endpoint=minio:9000 || an S3 endpoint is of the form https://host:port",
        "s3://bucket | http://user:secret@minio | an S3 endpoint is of the form https://host:port",
        "s3://bucket?endpoint=http://a | http://b | --s3-endpoint names another server",
        "gs://bucket || photos go to a folder or to s3://bucket/prefix",
        "/folder | http://minio | --s3-endpoint needs a --root of the form s3://bucket/prefix"
      })
  void refusesWhatIsNoAddress(String typed, String endpoint, String hint) {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> StoreAddress.of(typed, Optional.ofNullable(endpoint)));

    assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
    assertThat(failure.message()).isEqualTo("cannot keep photos in '" + typed + "'");
    assertThat(failure.hint()).hasValue(hint);
  }
}
