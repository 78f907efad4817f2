package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponsePolicyTest {
  private static final FetchSettings SETTINGS = Trial.SETTINGS;

  @ParameterizedTest
  @CsvSource({
    "404,GONE",
    "410,GONE",
    "451,GONE",
    "401,REFUSED",
    "403,REFUSED",
    "429,THROTTLED",
    "503,THROTTLED",
    "408,TRANSIENT",
    "500,TRANSIENT",
    "502,TRANSIENT",
    "504,TRANSIENT",
    "400,FAILED",
    "204,FAILED",
    "206,FAILED",
    "304,FAILED",
    "501,FAILED",
    "999,TRANSIENT"
  })
  void everyStatusMeansOneThing(int status, Fault.Kind kind) {
    assertThat(ResponsePolicy.fault(head(status, 10, null), Optional.empty(), SETTINGS))
        .contains(new Fault(kind, "http_" + status));
  }

  @Test
  void okWithinTheLimitIsRead() {
    assertThat(
            ResponsePolicy.fault(
                head(200, SETTINGS.maxPhotoBytes(), "identity"), Optional.empty(), SETTINGS))
        .isEmpty();
  }

  @Test
  void tooLargeIsNotRead() {
    assertThat(
            ResponsePolicy.fault(
                head(200, SETTINGS.maxPhotoBytes() + 1, null), Optional.empty(), SETTINGS))
        .contains(Fault.TOO_LARGE);
  }

  @Test
  void compressedBodyIsNotWhatWasAskedFor() {
    assertThat(ResponsePolicy.fault(head(200, 10, "gzip"), Optional.empty(), SETTINGS))
        .contains(Fault.ENCODED);
  }

  @Test
  void redirectNeedsALocation() {
    ResponseHead lost = head(302, 0, null);

    assertThat(lost.redirectsTo()).isEmpty();
    assertThat(ResponsePolicy.fault(lost, Optional.empty(), SETTINGS))
        .contains(new Fault(Fault.Kind.FAILED, "http_302"));
  }

  private static ResponseHead head(
      int status, long length, @org.jspecify.annotations.Nullable String encoding) {
    return new ResponseHead(
        status,
        OptionalLong.of(length),
        Optional.ofNullable(encoding),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        false);
  }
}
