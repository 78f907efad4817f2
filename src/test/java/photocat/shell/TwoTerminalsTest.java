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
import photocat.model.Kind;
import photocat.remote.HolderConnection;
import photocat.remote.Request;
import photocat.remote.ResultForm;

/** A second terminal works through the first as if it held the catalogue itself. */
final class TwoTerminalsTest {
  private static final String ENDLESS = "FROM range(1000000000000) AS t(n)";

  @TempDir private Path folder;
  private GuestWorld guest;

  @BeforeEach
  void open() {
    guest = new GuestWorld(folder, Screen.NONE);
  }

  @AfterEach
  void close() {
    guest.close();
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
        Kind kind =
            alone.runs(script.stream().map(BatchInput.Text::new).toArray(BatchInput[]::new));
        guest.data.getBuffer().setLength(0);
        guest.narration.getBuffer().setLength(0);

        Kind remotely = guest.runs(script.toArray(String[]::new));

        assertThat(remotely).as(script.toString()).isEqualTo(kind);
        assertThat(guest.data).hasToString(alone.data.toString());
        assertThat(guest.narration.toString().replaceAll("(?m)^the catalogue is held.*\n", ""))
            .isEqualTo(alone.narration.toString());
      }
    }
  }

  @Test
  void statusSaysWhoHoldsTheCatalogue() {
    assertThat(guest.runs("status")).isEqualTo(Kind.DONE);

    assertThat(guest.narration.toString())
        .endsWith(
            "the catalogue is held by process %d (photocat host) since 1970-01-01T00:00:00Z\n"
                .formatted(ProcessHandle.current().pid()));
  }

  @Test
  void changesAreSeenByTheHostAndSessionsAreApart() {
    guest.runs(
        "CREATE TABLE shared (n INT); INSERT INTO shared VALUES (7); CREATE TEMP TABLE mine (n"
            + " INT)");

    assertThat(guest.host.runs("FROM shared; FROM mine")).isEqualTo(Kind.FAILED);
    assertThat(guest.host.data).hasToString("n\n7\n");
  }

  @Test
  void aCommandThatWouldFightIsRefusedWithWhoAndSinceWhen() {
    Cancellation stop = new Cancellation();
    Job download =
        new Job("download start m", "process 7 (photocat)", true, stop, InstantSource.system());
    CountDownLatch stopped = new CountDownLatch(1);
    stop.onCancel(stopped::countDown);
    guest
        .host
        .context
        .jobs()
        .start(
            download,
            List.of(Claim.manifest("m")),
            () -> {
              reading(stopped);
              return Kind.DONE;
            });

    assertThat(guest.runs("manifest drop m --yes")).isEqualTo(Kind.FAILED);
    assertThat(guest.narration.toString())
        .startsWith("error: cannot start manifest drop m: job 1 (download start m) works on")
        .contains(", for process 7 (photocat)\n  hint: 'wait 1' waits for it, 'cancel 1' stops it");

    assertThat(guest.runs("cancel 1", "wait", "jobs")).isEqualTo(Kind.DONE);
    assertThat(guest.data.toString()).contains("1,done,download start m,");
  }

  @Test
  void drawsForTheScreenOfTheGuest() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (GuestWorld terminal = new GuestWorld(other, new Screen(true, true, true, () -> 20))) {
      shell(terminal, "SELECT 1 AS a, repeat('x', 40) AS b;", "CREATE TABLE t AS SELECT 1 AS n;");

      assertThat(terminal.data.toString()).contains("│ 1 │").contains("…");
      assertThat(terminal.data.toString().lines().filter(line -> line.startsWith("│")))
          .allMatch(line -> line.length() <= 20);
      assertThat(terminal.narration.toString()).contains("1 row changed");
    }
  }

  @Test
  void watchesFromItsOwnKeyboard() {
    assertThat(guest.runs(".watch 0.001 --times 3 SELECT 1 AS a")).isEqualTo(Kind.DONE);

    assertThat(guest.data).hasToString("a\n1\na\n1\na\n1\n");
    assertThat(guest.runs(".watch 1 SELECT 1")).isEqualTo(Kind.USAGE);
  }

  @Test
  void aGuestOfALockedCatalogueMayAskStill() {
    assertThat(guest.host.runs(".safe")).isEqualTo(Kind.DONE);

    assertThat(guest.runs("SELECT 1 AS a")).isEqualTo(Kind.DONE);
    assertThat(guest.runs("FROM 'x.csv'")).isEqualTo(Kind.FAILED);
    assertThat(guest.narration.toString()).contains("disabled by configuration");
  }

  @Test
  void aFileThatIsFullEndsItsStatementOnly() {
    for (String redirection : List.of(".once /dev/full", ".output /dev/full")) {
      guest.narration.getBuffer().setLength(0);
      assertThat(guest.runs(redirection, "FROM range(100000)")).isEqualTo(Kind.FAILED);
      assertThat(guest.narration)
          .hasToString("error: cannot write the output: No space left on device\n");
    }

    guest.runs("SELECT 'mine' AS x");
    assertThat(guest.data).hasToString("x\nmine\n");
  }

  @Test
  void aScriptThatAScriptReadsWorksThroughTheHolderToo() throws Exception {
    Files.writeString(
        folder.resolve("s.sql"), "SELECT 1 AS a;\n.once b.json\nSELECT 2 AS b;\n.last line\n");

    assertThat(guest.runs(".read s.sql", "SELECT 3 AS c")).isEqualTo(Kind.DONE);

    assertThat(guest.data).hasToString("a\n1\nb = 2\nc\n3\n");
    assertThat(folder.resolve("b.json")).hasContent("[\n{\"b\":2}\n]");
  }

  @Test
  void completionKnowsTheNamesOfTheHost() {
    guest.host.runs("CREATE TABLE elsewhere (only_there INT)");

    assertThat(NameReader.read(guest.context))
        .extracting(NameSnapshot.Name::name)
        .contains("elsewhere", "only_there", "select");
  }

  @Test
  void streamsALargeResultPieceByPiece() throws Exception {
    long[] rows = {0};
    long[] largestPiece = {0};
    try (HolderConnection holder = guest.connect()) {
      holder.run(
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
    guest.output.display().choose(Optional.of(OutputMode.JSONL));
    Thread finger = whenDataComes(() -> console.pressed.run());

    shell(guest, console);

    finger.join();
    assertThat(guest.narration.toString()).contains("error: the statement was stopped\n");
    assertThat(guest.data.toString()).endsWith("{\"x\":\"still here\"}\n");
  }

  @Test
  void aScriptThatIsInterruptedEndsSo() throws Exception {
    Thread finger = whenDataComes(guest.cancellation::cancel);

    assertThat(guest.runs(ENDLESS)).isEqualTo(Kind.INTERRUPTED);
    finger.join();
  }

  @Test
  void aGuestThatVanishesTakesItsStatementWithIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    HolderConnection holder = guest.connect();
    Thread reader =
        new Thread(
            () -> {
              try {
                holder.run(statement(ENDLESS), new Chunks(text -> begun.countDown()));
              } catch (Exception e) {
                begun.countDown();
              }
            });
    reader.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    holder.close();
    reader.join();

    // Otherwise this would wait for the statement, which has no end.
    guest.hostLeaves();
    assertThat(guest.socket()).doesNotExist();
  }

  @Test
  void aGuestThatDoesNotReadHoldsUpNobody() throws Exception {
    CountDownLatch stopReading = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    HolderConnection pager = guest.connect();
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

    assertThat(guest.runs("SELECT 1 AS a")).isEqualTo(Kind.DONE);
    assertThat(guest.host.runs("SELECT 1 AS a")).isEqualTo(Kind.DONE);

    stopReading.countDown();
    pager.close();
    reader.join();
  }

  @Test
  void theHostLetsAStatementFinishBeforeItLeaves() throws Exception {
    List<String> pieces = new ArrayList<>();
    Thread leaving = new Thread(() -> guest.hostLeaves());
    try (HolderConnection holder = guest.connect()) {
      holder.run(
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
    assertThat(guest.socket()).doesNotExist();
  }

  @Test
  void aHostInAHurryStopsWhatItsGuestsDo() throws Exception {
    Thread finger =
        whenDataComes(
            () -> {
              guest.hurry.cancel();
              guest.hostLeaves();
            });

    assertThat(guest.runs(ENDLESS)).isEqualTo(Kind.CATALOG);
    finger.join();
    assertThat(guest.narration.toString())
        .startsWith(
            "error: process %d (photocat host), which held the catalogue, ended before the"
                .formatted(ProcessHandle.current().pid()));
  }

  @Test
  void aShellThatLostNothingGoesOnByItselfWhenTheHostHasChanged() {
    RecordingConsole console = new RecordingConsole("SELECT 1 AS a;", "SELECT 2 AS b;");
    console.beforeSecond =
        () -> {
          guest.hostLeaves();
          guest.hostComesBack();
        };

    shell(guest, console);

    assertThat(guest.data).hasToString("a\n1\nb\n2\n");
    assertThat(guest.narration).hasToString("");
  }

  @Test
  void aShellThatLostATransactionIsToldBeforeItGoesOn() {
    RecordingConsole console =
        new RecordingConsole("SELECT 1 AS a; BEGIN;", "SELECT 2 AS b;", "SELECT 3 AS c;");
    console.beforeSecond =
        () -> {
          guest.hostLeaves();
          guest.hostComesBack();
        };

    shell(guest, console);

    assertThat(guest.data).hasToString("a\n1\nc\n3\n");
    assertThat(guest.narration.toString())
        .contains("(photocat host), which held the catalogue, has ended; the statement was not run")
        .contains("  hint: the next statement opens the catalogue here; a transaction or");
  }

  @Test
  void onlyTheUserReachesTheSocket() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(guest.socket())))
        .isEqualTo("rw-------");
  }

  private void shell(GuestWorld world, String... texts) {
    shell(world, new RecordingConsole(texts));
  }

  private static void shell(GuestWorld world, RecordingConsole console) {
    assertThat(world.prompt(console, new Programs("cat", "true", "true")).kind())
        .isEqualTo(Kind.DONE);
  }

  private Thread whenDataComes(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              while (guest.data.getBuffer().isEmpty()) {
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
