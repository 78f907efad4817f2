package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;

/** One process holds the catalogue, others work through it: sockets, signals, memory, kills. */
final class TwoProcessesTest {
  private static final long PATIENCE_SECONDS = 30;
  private static final String ENDLESS = "FROM range(1000000000000) AS t(n)";

  @TempDir private Path folder;
  private Process host;
  private BufferedReader hostSays;

  @BeforeEach
  void hold() throws IOException {
    NewCatalog.put(catalogue());
    host = start(List.of("-Xmx64m"), "-c", "SELECT 'ready' AS x", "-f", "-");
    hostSays = reader(host);
    assertThat(hostSays.readLine()).isEqualTo("x");
    assertThat(hostSays.readLine()).isEqualTo("ready");
  }

  @AfterEach
  void letGo() throws Exception {
    host.destroyForcibly();
    assertThat(host.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClientNeverLoadsDuckDbAndTheSocketGoesWithTheHost() throws Exception {
    Path classes = folder.resolve("classes.log");

    Process client =
        start(List.of("-Xlog:class+load:file=" + classes), "-c", "SELECT 42 AS x", "-c", "status");

    assertThat(text(client)).isEqualTo("x\n42\nsection,item,count,size_bytes,detail\n");
    assertThat(client.waitFor()).isZero();
    assertThat(Files.readString(classes)).contains("photocat.").doesNotContain("org.duckdb");
    assertThat(socket()).exists();

    host.getOutputStream().close();
    assertThat(host.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isZero();
    assertThat(socket()).doesNotExist();
  }

  @Test
  void aClientWithASpreadsheetGetsNoFormulas() throws Exception {
    Process client =
        start(List.of(), "--spreadsheet-safe", "-c", "SELECT '=1' AS x", "-c", "status");

    assertThat(text(client)).startsWith("x\n'=1\n");
    assertThat(client.waitFor()).isZero();
  }

  @Test
  void aReaderAsksAndChangesNothing() throws Exception {
    Process reader =
        start(List.of(), "--read-only", "-c", "SELECT 42 AS x", "-c", "DELETE FROM shortlist");

    assertThat(text(reader)).isEqualTo("x\n42\n");
    assertThat(reader.waitFor()).isEqualTo(1);
    assertThat(narration(reader))
        .isEqualTo(
            """
            error: cannot change the catalogue: it is open for reading only
              hint: leave out --read-only
            """);
  }

  @Test
  void aLargeResultPassesThroughLittleMemory() throws Exception {
    Process client = start(List.of("-Xmx32m"), "-c", "FROM range(4000000) AS t(n)");

    assertThat(reader(client).lines().count()).isEqualTo(4_000_001);
    assertThat(client.waitFor()).isZero();
  }

  @Test
  void ctrlCEndsTheClientAndItsStatementOnly() throws Exception {
    Process client = start(List.of(), "-c", ENDLESS);
    BufferedReader says = reader(client);
    assertThat(says.readLine()).isEqualTo("n");

    OtherJvm.signal("INT", client.toHandle());
    assertThat(says.lines().count()).isPositive();
    assertThat(client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(client.exitValue()).isEqualTo(130);
    assertThat(narration(client)).isEqualTo("error: the statement was stopped\n");
    assertThat(text(start(List.of(), "-c", "SELECT 1 AS a"))).isEqualTo("a\n1\n");
  }

  @Test
  void aClientWhoseReaderGoesEndsAtOnceAndInSilence() throws Exception {
    Process client = start(List.of(), "-c", ENDLESS);
    try (BufferedReader says = reader(client)) {
      assertThat(says.readLine()).isEqualTo("n");
    }

    assertThat(client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(client.exitValue()).isZero();
    assertThat(narration(client)).isEmpty();
  }

  @Test
  void aKilledHostIsNamedAndItsSocketReplaced() throws Exception {
    Process client = start(List.of(), "-c", ENDLESS);
    BufferedReader says = reader(client);
    assertThat(says.readLine()).isEqualTo("n");

    host.destroyForcibly();
    assertThat(says.lines().count()).isPositive();
    assertThat(client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(client.exitValue()).isEqualTo(4);
    assertThat(narration(client))
        .startsWith("error: process " + host.pid() + " (photocat -c SELECT 'ready' AS x -f -), wh")
        .contains("which held the catalogue, ended before the statement did\n");
    assertThat(socket()).exists();
    assertThat(text(start(List.of(), "-c", "SELECT 1 AS a"))).isEqualTo("a\n1\n");
    assertThat(socket()).doesNotExist();
  }

  /** By a client, and by a photocat that has another catalogue. */
  @Test
  void aNameThatSqlComputesIsNotTheCatalogueInAnotherProcess() throws Exception {
    String copy = "COPY (SELECT 1) TO ('photocat.' || 'duckdb')";
    Process client = start(List.of(), "-c", copy);
    assertThat(client.waitFor()).isEqualTo(1);
    assertThat(narration(client)).contains(": that is the catalogue itself\n");

    Process other = start(List.of(), "--catalog", "other.duckdb", "-c", copy);
    assertThat(other.waitFor()).isEqualTo(1);
    assertThat(narration(other)).contains(": it is a database that another process has open\n");
    assertThat(text(start(List.of(), "-c", "SELECT count(*) AS n FROM licenses")))
        .isEqualTo("n\n10\n");
  }

  @Test
  void aCopyOpensInAnotherProcessWhileTheHostWorks() throws Exception {
    Process itself = start(List.of(), "catalog", "copy", catalogue().toString(), "--force");
    assertThat(itself.waitFor()).isEqualTo(1);
    assertThat(narration(itself)).contains(": that is the catalogue itself\n");

    Process client = start(List.of(), "catalog", "copy", "copy.duckdb");
    assertThat(client.waitFor()).as(narration(client)).isZero();

    Path copy = folder.resolve("copy.duckdb");
    try (Catalog opened = Catalog.open(copy, CatalogSettings.DEFAULTS)) {
      assertThat(opened.file()).contains(copy);
    }
    assertThat(host.isAlive()).isTrue();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String narration(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static BufferedReader reader(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private Process start(List<String> flags, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OtherJvm.command(flags, Main.class, arguments))
            .directory(folder.toFile());
    builder.environment().put("PHOTOCAT_CATALOG", catalogue().toString());
    return builder.start();
  }

  private Path catalogue() {
    return folder.resolve("photocat.duckdb");
  }

  private Path socket() {
    return folder.resolve("photocat.duckdb.sock");
  }
}
