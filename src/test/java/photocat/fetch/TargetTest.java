package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
  @Test
  void takesAnAddressApart() throws FaultException {
    Target target = Target.parse("https://Example.ORG/photos/1/large.jpg?v=2#top");

    assertThat(target).isEqualTo(new Target(true, "example.org", 443, "/photos/1/large.jpg?v=2"));
    assertThat(target.authority()).isEqualTo("example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h,http://h/",
    "HTTP://h:80/a,http://h/a",
    "http://h:8080/a,http://h:8080/a",
    "https://user:secret@h/a,https://h/a",
    "http://[::1]:81/a,http://[::1]:81/a",
    "http://h/a b|c/é.jpg,http://h/a%20b%7Cc/%C3%A9.jpg",
    "http://h/a%20b,http://h/a%20b",
    "' http://h/a\n',http://h/a"
  })
  void writesItAgainAsItGoesOnTheWire(String url, String written) throws FaultException {
    assertThat(Target.parse(url)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://h/a", "data:image/png;base64,AA", "gopher:x"})
  void otherSchemesAreBlocked(String url) {
    assertThatThrownBy(() -> Target.parse(url)).hasMessage("blocked_scheme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "photo.jpg",
        "//h/a",
        "http:///a",
        "http://h:0/a",
        "http://h:70000/a",
        "http:a"
      })
  void nonsenseIsABadUrl(String url) {
    assertThatThrownBy(() -> Target.parse(url)).hasMessage("bad_url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7f000001/",
        "http://127.0.0.01/",
        "http://127.0.0.0x1/",
        "http://127.0.0.1./"
      })
  void addressesInDisguiseAreBlocked(String url) {
    assertThatThrownBy(() -> Target.parse(url))
        .isInstanceOf(FaultException.class)
        .hasMessageMatching("blocked_address|bad_url");
  }

  @ParameterizedTest
  @CsvSource({
    "80,true",
    "443,true",
    "8080,true",
    "8443,true",
    "22,false",
    "81,false",
    "6379,false"
  })
  void fewPortsAreUsual(int port, boolean isUsual) throws FaultException {
    assertThat(Target.parse("http://h:" + port + "/").hasUsualPort()).isEqualTo(isUsual);
  }

  @Test
  void endlessAddressIsABadUrl() {
    assertThatThrownBy(() -> Target.parse("http://h/" + "a".repeat(9000))).hasMessage("bad_url");
  }

  @ParameterizedTest
  @CsvSource({
    "/b,https://h/b",
    "c.jpg,https://h/a/c.jpg",
    "//other/b,https://other/b",
    "http://other/b,http://other/b",
    "?x=1,https://h/a/?x=1"
  })
  void resolvesWhereARedirectPoints(String location, String absolute) throws FaultException {
    assertThat(Target.parse("https://h/a/b").resolve(location)).hasToString(absolute);
  }

  @Test
  void redirectToAnotherSchemeIsBlocked() throws FaultException {
    Target target = Target.parse("https://h/a");

    assertThatThrownBy(() -> target.resolve("file:///etc/passwd")).hasMessage("blocked_scheme");
  }
}
