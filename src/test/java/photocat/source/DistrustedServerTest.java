package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.fetch.TestTls;
import photocat.http.HttpSettings;
import photocat.model.CertificateProblem;
import photocat.model.PhotocatException;

/** A bundle behind a server whose certificate nobody knows is refused in words, at once. */
final class DistrustedServerTest {
  @TempDir Path keys;
  @TempDir Path temp;
  private PhotoServer server;

  @BeforeEach
  void serve() throws Exception {
    server = new PhotoServer(TestTls.create(keys).server());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void overHttps() {
    String address = "https://localhost:" + server.port() + "/bundle.tar.gz";

    assertRefused(address);
  }

  @Test
  void inABucket() {
    assertRefused("s3://open-data/bundle.tar.gz");
  }

  private void assertRefused(String from) {
    RemoteSettings patient =
        new RemoteSettings(
            HttpSettings.DEFAULTS,
            Optional.of(URI.create("https://localhost:" + server.port())),
            "us-east-1",
            Duration.ofSeconds(10),
            8,
            Duration.ofHours(1));

    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class,
            () ->
                ReadBundle.of(
                    new BundleRequest(from, patient, Optional.of(temp.resolve("work")), 1 << 20)));

    assertThat(failure.message())
        .isEqualTo("cannot read " + from + ": " + CertificateProblem.UNTRUSTED.reason());
    assertThat(failure.hint()).contains(CertificateProblem.UNTRUSTED.remedy());
  }
}
