package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;

/** Archives and bundles behind addresses: through proxies, and nowhere inside. */
final class IngestOverNetworkTest {
  private static final String TABLE =
      "gbifID\tscientificName\tassociatedMedia\n1\tApis mellifera\thttp://e.org/1.jpg\n";

  @TempDir private Path folder;
  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void goThroughTheProxyOfTheEnvironment() {
    server.answering(Answer.of(200, TABLE));
    WholeRun run =
        new WholeRun(folder)
            .with("http_proxy", "http://ann:secret@" + server.at("/").getAuthority())
            .with("PHOTOCAT_CONTACT", "me@example.org");

    int exit = run.of("ingest", "dwca", "http://archives.example/occurrence.txt");

    assertThat(exit).as(run.narration()).isZero();
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(URI.create(asked.target()).getHost()).isEqualTo("archives.example");
    assertThat(asked.header("Proxy-Authorization")).isEqualTo("Basic YW5uOnNlY3JldA==");
    assertThat(asked.header("User-Agent")).contains("me@example.org");
  }

  @Test
  void sayThatAProxyIsNone() {
    WholeRun run = new WholeRun(folder).with("https_proxy", "socks5://ann:secret@p:1080");

    int exit = run.of("ingest", "dwca", "https://archives.example/occurrence.txt");

    assertThat(exit).isEqualTo(2);
    assertThat(run.narration())
        .contains("cannot use the proxy socks5://p:1080 of https_proxy")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ingest dwca %s/occurrence.txt", "ingest inat-open-data --from %s/bundle.tar.gz"})
  void areNotLedInside(String command) {
    String inside = "http://169.254.169.254/latest/meta-data/";
    server.answering(Answer.of(302, "").with("Location", inside));
    WholeRun run = new WholeRun(folder);

    int exit = run.of(command.formatted(server.at("")).split(" "));

    assertThat(exit).isEqualTo(1);
    assertThat(run.narration())
        .contains("it leads to " + inside + ", which is not on the open internet");
  }
}
