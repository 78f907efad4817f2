package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.PhotocatException;

final class ProxiesTest {
  private static final String DIRECT = "DIRECT";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http_proxy, http://p:8080, http://a.org/, p:8080",
        "HTTP_PROXY, p:8080, http://a.org/, p:8080",
        "http_proxy, p, http://a.org/, p:1080",
        "http_proxy, http://[::5]:3128/, http://a.org/, ::5:3128",
        "http_proxy, http://p:8080, https://a.org/, DIRECT",
        "https_proxy, http://p:8080, https://a.org/, p:8080",
        "https_proxy, http://p:8080, HTTPS://A.ORG/, p:8080",
        "all_proxy, http://p:8080, https://a.org/, p:8080",
        "ALL_PROXY, http://p:8080, http://a.org/, p:8080",
        "http_proxy, http://p:8080, http://localhost:9/, DIRECT",
        "http_proxy, http://p:8080, http://127.0.0.53/, DIRECT",
        "http_proxy, http://p:8080, http://[::1]/, DIRECT",
        "http_proxy, '', http://a.org/, DIRECT",
      })
  void areThoseOfTheEnvironment(String name, String value, String address, String proxy) {
    assertThat(chosen(Proxies.of(Map.of(name, value)), address)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.org|http://a.org/|DIRECT",
        "A.org|http://x.a.ORG/|DIRECT",
        ".a.org|http://x.a.org/|DIRECT",
        "*.a.org|http://x.a.org/|DIRECT",
        "a.org|http://ba.org/|p:1",
        "b.org, a.org|http://a.org/|DIRECT",
        "b.org a.org|http://a.org/|DIRECT",
        "*|http://a.org/|DIRECT",
        "a.org:80|http://a.org:80/|DIRECT",
        "a.org:81|http://a.org:80/|p:1",
        "10.0.0.7|http://10.0.0.7/|DIRECT",
        "[fd00::1]|http://[fd00::1]/|DIRECT",
        "''|http://a.org/|p:1",
        ",,|http://a.org/|p:1",
      })
  void areNotForWhomTheUserNames(String without, String address, String proxy) {
    Proxies proxies = Proxies.of(Map.of("all_proxy", "p:1", "NO_PROXY", without));

    assertThat(chosen(proxies, address)).isEqualTo(proxy);
  }

  @Test
  void smallLettersComeFirst() {
    Proxies proxies = Proxies.of(Map.of("HTTP_PROXY", "big:1", "http_proxy", "small:1"));

    assertThat(chosen(proxies, "http://a.org/")).isEqualTo("small:1");
  }

  @Test
  void haveTheirOwnPasswords() {
    Proxies proxies =
        Proxies.of(
            Map.of("http_proxy", "http://ann:p%40s+s%3A@one:1", "https_proxy", "http://two:2"));

    assertThat(proxies.credentials(URI.create("http://a.org/")))
        .contains(new Credentials("ann", "p@s+s:"));
    assertThat(proxies.credentials(URI.create("https://a.org/"))).isEmpty();
    assertThat(proxies.credentials(URI.create("http://localhost/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"socks5://p:1080", "https://p:443", "http://", "http://a b", "http://u:secret@"})
  void areOfHttpOrRefused(String value) {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class,
            () -> chosen(Proxies.of(Map.of("https_proxy", value)), "https://a.org/"));

    assertThat(failure.message())
        .startsWith("cannot use the proxy ")
        .endsWith(" of https_proxy")
        .doesNotContain("secret");
  }

  private static String chosen(Proxies proxies, String address) {
    InetSocketAddress proxy =
        (InetSocketAddress) proxies.select(URI.create(address)).get(0).address();
    return proxy == null ? DIRECT : proxy.getHostString() + ":" + proxy.getPort();
  }
}
