package photocat.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import photocat.model.PhotocatException;

/** Makes the clients of the house. */
public final class HttpClients {
  static {
    // Else the JDK gives no proxy the password of its user for a tunnel, which TLS needs.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  private HttpClients() {}

  /**
   * Returns a client that goes through the proxies and trusts whom the user trusts. It follows no
   * redirect: {@link Redirects} does.
   *
   * @param connect time for TCP and TLS
   */
  public static HttpClient open(HttpSettings settings, Duration connect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connect)
        .proxy(settings.network().proxies())
        .sslContext(TrustedCertificates.context(settings.network().certificates()))
        .build();
  }

  /**
   * Returns the beginning of a request: who asks, and what the proxy wants to know.
   *
   * @throws PhotocatException {@link photocat.model.ExitStatus#USAGE} when the proxy is none
   */
  public static HttpRequest.Builder request(URI address, HttpSettings settings) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("User-Agent", settings.userAgent());
    settings
        .network()
        .proxies()
        .credentials(address)
        .ifPresent(user -> request.header("Proxy-Authorization", user.basic()));
    return request;
  }
}
