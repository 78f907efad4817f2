package photocat.http;

import java.net.http.HttpClient;

/** Makes the clients of the house. */
final class HttpClients {
  static {
    // Else the JDK gives no proxy the password of its user for a tunnel, which TLS needs.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  private HttpClients() {}

  /**
   * Returns a client that goes through the proxies and trusts whom the user trusts. It follows no
   * redirect: each is looked at first.
   */
  static HttpClient open(HttpSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(settings.patience().connect())
        .proxy(settings.proxies())
        .sslContext(TrustedCertificates.context(settings.certificates()))
        .build();
  }
}
