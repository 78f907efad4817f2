package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.BatchInput;
import photocat.command.OutputMode;
import photocat.job.Claim;
import photocat.job.Job;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.remote.CatalogClient;
import photocat.remote.Request;
import photocat.remote.ResultForm;
import photocat.shell.complete.NameReader;
import photocat.shell.complete.NameSnapshot;

/** A second terminal works through the first as if it held the catalogue itself. */
final class TwoTerminalsTest {
  private static final String ENDLESS = "FROM range(1000000000000) AS t(n)";

  @TempDir private Path folder;
  private ClientWorld client;

  @BeforeEach
  void open() {
    client = new ClientWorld(folder, Screen.NONE);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void saysAndReturnsWhatItWouldAlone() {
    List<List<String>> scripts =
        List.of(
            List.of("SELECT 1 AS a, NULL AS b, 'é🐝' AS c; SELECT 'x,y' AS d"),
            List.of("CREATE TEMP TABLE t (n INT); BEGIN", "INSERT INTO t VALUES (1)", "FROM t"),
            List.of("SELECT nope"),
            List.of("FROM coverage"),
            List.of("@coverage", ".run coverage least=-1"),
            List.of("shortlist list", "manifest show nope", "SELECT 'not reached'"),
            List.of(".nope"),
            List.of("."),
            List.of("SELECT 1 AS a", "quit", "SELECT nope"),
            List.of("recipes --tag none", "help status", "status --help"),
            // The last one: the mode stays.
            List.of(".mode jsonl", "SELECT 1 AS a", "status", ".mode"));
    for (List<String> script : scripts) {
      try (World alone = new World(folder)) {
        ExitStatus kind =
            alone.runs(script.stream().map(BatchInput.Text::new).toArray(BatchInput[]::new));
        client.data.getBuffer().setLength(0);
        client.narration.getBuffer().setLength(0);
        ExitStatus remotely = client.runs(script.toArray(String[]::new));

        assertThat(remotely).as(script.toString()).isEqualTo(kind);
        assertThat(client.data).hasToString(alone.data.toString());
        assertThat(client.narration.toString().replaceAll("(?m)^the catalogue is held.*\n", ""))
            .isEqualTo(alone.narration.toString());
      }
    }
  }

  @Test
  void statusSaysWhoHoldsTheCatalogue() {
    assertThat(client.runs("status")).isEqualTo(ExitStatus.DONE);

    assertThat(client.narration.toString())
        .endsWith(
            "the catalogue is held by process %d (photocat host) since 1970-01-01T00:00:00Z\n"
                .formatted(ProcessHandle.current().pid()));
  }

  @Test
  void changesAreSeenByTheHostAndSessionsAreApart() {
    client.runs(
        "CREATE TABLE shared (n INT); INSERT INTO shared VALUES (7); CREATE TEMP TABLE mine (n"
            + " INT)");

    assertThat(client.host.runs("FROM shared; FROM mine")).isEqualTo(ExitStatus.FAILED);
    assertThat(client.host.data).hasToString("n\n7\n");
  }

  @Test
  void aCommandThatWouldFightIsRefusedWithWhoAndSinceWhen() {
    Cancellation stop = new Cancellation();
    Job download =
        new Job("download start m", "process 7 (photocat)", true, stop, InstantSource.system());
    CountDownLatch stopped = new CountDownLatch(1);
    stop.onCancel(stopped::countDown);
    client
        .host
        .context
        .jobs()
        .start(
            download,
            List.of(Claim.manifest("m")),
            () -> {
              reading(stopped);
              return ExitStatus.DONE;
            });

    assertThat(client.runs("manifest drop m --yes")).isEqualTo(ExitStatus.FAILED);
    assertThat(client.narration.toString())
        .startsWith("error: cannot start manifest drop m: job 1 (download start m) works on")
        .contains(", for process 7 (photocat)\n  hint: 'wait 1' waits for it, 'cancel 1' stops it");

    assertThat(client.runs("cancel 1", "wait", "jobs")).isEqualTo(ExitStatus.DONE);
    assertThat(client.data.toString()).contains("1,done,download start m,");
  }

  @Test
  void drawsForTheScreenOfTheClient() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (ClientWorld terminal = new ClientWorld(other, new Screen(true, true, true, () -> 20))) {
      shell(terminal, "SELECT 1 AS a, repeat('x', 40) AS b;", "CREATE TABLE t AS SELECT 1 AS n;");

      assertThat(terminal.data.toString()).contains("│ 1 │").contains("…");
      assertThat(terminal.data.toString().lines().filter(line -> line.startsWith("│")))
          .allMatch(line -> line.length() <= 20);
      assertThat(terminal.narration.toString()).contains("1 row changed");
    }
  }

  @Test
  void watchesFromItsOwnKeyboard() {
    assertThat(client.runs(".watch 0.001 --times 3 SELECT 1 AS a")).isEqualTo(ExitStatus.DONE);

    assertThat(client.data).hasToString("a\n1\na\n1\na\n1\n");
    assertThat(client.runs(".watch 1 SELECT 1")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aClientOfALockedCatalogueMayAskStill() {
    assertThat(client.host.runs(".safe")).isEqualTo(ExitStatus.DONE);

    assertThat(client.runs("SELECT 1 AS a")).isEqualTo(ExitStatus.DONE);
    assertThat(client.runs("FROM 'x.csv'")).isEqualTo(ExitStatus.FAILED);
    assertThat(client.narration.toString()).contains("disabled by configuration");
  }

  @Test
  void aFileThatIsFullEndsItsStatementOnly() {
    for (String redirection : List.of(".once /dev/full", ".output /dev/full")) {
      client.narration.getBuffer().setLength(0);
      assertThat(client.runs(redirection, "FROM range(100000)")).isEqualTo(ExitStatus.FAILED);
      assertThat(client.narration)
          .hasToString("error: cannot write the output: No space left on device\n");
    }

    client.runs("SELECT 'mine' AS x");
    assertThat(client.data).hasToString("x\nmine\n");
  }

  @Test
  void aScriptThatAScriptReadsWorksThroughTheHolderToo() throws Exception {
    Files.writeString(
        folder.resolve("s.sql"), "SELECT 1 AS a;\n.once b.json\nSELECT 2 AS b;\n.last line\n");

    assertThat(client.runs(".read s.sql", "SELECT 3 AS c")).isEqualTo(ExitStatus.DONE);

    assertThat(client.data).hasToString("a\n1\nb = 2\nc\n3\n");
    assertThat(folder.resolve("b.json")).hasContent("[\n{\"b\":2}\n]");
  }

  @Test
  void completionKnowsTheNamesOfTheHost() {
    client.host.runs("CREATE TABLE elsewhere (only_there INT)");

    assertThat(NameReader.read(client.context))
        .extracting(NameSnapshot.Name::name)
        .contains("elsewhere", "only_there", "select");
  }

  @Test
  void streamsALargeResultPieceByPiece() throws Exception {
    long[] rows = {0};
    long[] largestPiece = {0};
    try (CatalogClient server = client.connect()) {
      server.run(
          statement("FROM range(2000000)"),
          new Chunks(
              text -> {
                rows[0] += text.chars().filter(character -> character == '\n').count();
                largestPiece[0] = Math.max(largestPiece[0], text.length());
              }));
    }

    assertThat(rows[0]).isEqualTo(2_000_001);
    assertThat(largestPiece[0]).isLessThan(100_000);
  }

  @Test
  void ctrlCStopsAStatementInTheHostAndTheNextOneRuns() throws Exception {
    RecordingConsole console = new RecordingConsole(ENDLESS + ";", "SELECT 'still here' AS x;");
    client.output.display().choose(Optional.of(OutputMode.JSONL));
    Thread finger = whenDataComes(() -> console.pressed.run());

    shell(client, console);

    finger.join();
    assertThat(client.narration.toString()).contains("error: the statement was stopped\n");
    assertThat(client.data.toString()).endsWith("{\"x\":\"still here\"}\n");
  }

  @Test
  void aScriptThatIsInterruptedEndsSo() throws Exception {
    Thread finger = whenDataComes(client.cancellation::cancel);

    assertThat(client.runs(ENDLESS)).isEqualTo(ExitStatus.INTERRUPTED);
    finger.join();
  }

  @Test
  void aClientThatVanishesTakesItsStatementWithIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CatalogClient server = client.connect();
    Thread reader =
        new Thread(
            () -> {
              try {
                server.run(statement(ENDLESS), new Chunks(text -> begun.countDown()));
              } catch (Exception e) {
                begun.countDown();
              }
            });
    reader.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    server.close();
    reader.join();

    // Otherwise this would wait for the statement, which has no end.
    client.hostLeaves();
    assertThat(client.socket()).doesNotExist();
  }

  @Test
  void aClientThatDoesNotReadHoldsUpNobody() throws Exception {
    CountDownLatch stopReading = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CatalogClient pager = client.connect();
    Thread reader =
        new Thread(
            () -> {
              try {
                pager.run(
                    statement(ENDLESS),
                    new Chunks(
                        text -> {
                          begun.countDown();
                          reading(stopReading);
                        }));
              } catch (Exception e) {
                begun.countDown();
              }
            });
    reader.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(client.runs("SELECT 1 AS a")).isEqualTo(ExitStatus.DONE);
    assertThat(client.host.runs("SELECT 1 AS a")).isEqualTo(ExitStatus.DONE);

    stopReading.countDown();
    pager.close();
    reader.join();
  }

  @Test
  void theHostLetsAStatementFinishBeforeItLeaves() throws Exception {
    List<String> pieces = new ArrayList<>();
    Thread leaving = new Thread(() -> client.hostLeaves());
    try (CatalogClient server = client.connect()) {
      server.run(
          statement("FROM range(500000)"),
          new Chunks(
              text -> {
                if (pieces.isEmpty()) {
                  leaving.start();
                }
                pieces.add(text);
              }));
    }
    leaving.join();

    assertThat(String.join("", pieces)).endsWith("499999\n");
    assertThat(client.socket()).doesNotExist();
  }

  @Test
  void aHostInAHurryStopsWhatItsClientsDo() throws Exception {
    Thread finger =
        whenDataComes(
            () -> {
              client.hurry.cancel();
              client.hostLeaves();
            });

    assertThat(client.runs(ENDLESS)).isEqualTo(ExitStatus.CATALOG);
    finger.join();
    assertThat(client.narration.toString())
        .startsWith(
            "error: process %d (photocat host), which held the catalogue, ended before the"
                .formatted(ProcessHandle.current().pid()));
  }

  @Test
  void aShellThatLostNothingGoesOnByItselfWhenTheHostHasChanged() {
    RecordingConsole console = new RecordingConsole("SELECT 1 AS a;", "SELECT 2 AS b;");
    console.beforeSecond =
        () -> {
          client.hostLeaves();
          client.hostComesBack();
        };

    shell(client, console);

    assertThat(client.data).hasToString("a\n1\nb\n2\n");
    assertThat(client.narration).hasToString("");
  }

  @Test
  void aShellThatLostATransactionIsToldBeforeItGoesOn() {
    RecordingConsole console =
        new RecordingConsole("SELECT 1 AS a; BEGIN;", "SELECT 2 AS b;", "SELECT 3 AS c;");
    console.beforeSecond =
        () -> {
          client.hostLeaves();
          client.hostComesBack();
        };

    shell(client, console);

    assertThat(client.data).hasToString("a\n1\nc\n3\n");
    assertThat(client.narration.toString())
        .contains("(photocat host), which held the catalogue, has ended; the statement was not run")
        .contains("  hint: the next statement opens the catalogue here; a transaction or");
  }

  @Test
  void onlyTheUserReachesTheSocket() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(client.socket())))
        .isEqualTo("rw-------");
  }

  private void shell(ClientWorld world, String... texts) {
    shell(world, new RecordingConsole(texts));
  }

  private static void shell(ClientWorld world, RecordingConsole console) {
    assertThat(world.prompt(console, new Programs("cat", "true", "true")).kind())
        .isEqualTo(ExitStatus.DONE);
  }

  private Thread whenDataComes(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              while (client.data.getBuffer().isEmpty()) {
                Thread.onSpinWait();
              }
              action.run();
            });
    thread.start();
    return thread;
  }

  private static void reading(CountDownLatch goesOn) {
    try {
      goesOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request statement(String sql) {
    return new Request(
        Request.What.STATEMENT,
        List.of(sql),
        "",
        new ResultForm(80, 24, "csv", false, false, false),
        Request.Asking.NOBODY);
  }
}
