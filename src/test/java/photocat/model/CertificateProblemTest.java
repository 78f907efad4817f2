package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.fetch.TestTls;

/** Both clients of the JDK meet a server that they should not trust; Netty does in TlsTest. */
final class CertificateProblemTest {
  @TempDir Path keys;

  @Test
  void certificateOfAnUnknownAuthority() throws Exception {
    TestTls tls = TestTls.create(keys);

    assertFound(CertificateProblem.UNTRUSTED, tls, SSLContext.getDefault(), "localhost");
  }

  @Test
  void certificateForAnotherName() throws Exception {
    TestTls tls = TestTls.create(keys);

    assertFound(CertificateProblem.WRONG_HOST, tls, tls.client(), "127.0.0.1");
  }

  @Test
  void certificateThatHasExpired() throws Exception {
    TestTls tls = TestTls.createExpired(keys);

    assertFound(CertificateProblem.EXPIRED, tls, tls.client(), "localhost");
  }

  @Test
  void otherFailuresAreNoDistrust() {
    assertThat(CertificateProblem.of(new IOException("cut", new IllegalStateException())))
        .isEmpty();
  }

  private static void assertFound(
      CertificateProblem expected, TestTls tls, SSLContext trust, String host) throws IOException {
    try (PhotoServer server = new PhotoServer(tls.server())) {
      URI address = URI.create("https://%s:%d/".formatted(host, server.port()));

      IOException ofClient =
          catchThrowableOfType(
              IOException.class,
              () ->
                  HttpClient.newBuilder()
                      .sslContext(trust)
                      .build()
                      .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()));
      IOException ofConnection =
          catchThrowableOfType(
              IOException.class,
              () -> {
                HttpsURLConnection connection =
                    (HttpsURLConnection) address.toURL().openConnection();
                connection.setSSLSocketFactory(trust.getSocketFactory());
                connection.connect();
              });

      assertThat(CertificateProblem.of(ofClient)).contains(expected);
      assertThat(CertificateProblem.of(ofConnection)).contains(expected);
    }
  }
}
