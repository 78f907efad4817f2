package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.OutputMode;
import photocat.job.Job;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.shell.complete.CatalogNames;
import photocat.shell.complete.NameReader;

final class ShellTest {
  private static final String QUESTION =
      "1 job is running: [w]ait and leave, [s]top and leave, Enter to stay: ";

  @TempDir private Path folder;
  private final CountDownLatch release = new CountDownLatch(1);
  private World world;
  private Programs programs = new Programs("cat", "true", "true");
  private final AtomicBoolean gaveUp = new AtomicBoolean();

  @BeforeEach
  void open() {
    world = World.atPrompt(folder, Optional::empty);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void drawsTablesAndTellsOfChanges() {
    shell("CREATE TABLE t (n INT); INSERT INTO t VALUES (1), (2);", "FROM t ORDER BY n;");

    assertThat(world.data)
        .hasToString(
            """
            ┌───┐
            │ n │
            ├───┤
            │ 1 │
            │ 2 │
            └───┘
            2 rows
            """);
    assertThat(world.narration).hasToString("2 rows changed\n");
  }

  @Test
  void stopsAtFortyRowsAndSaysSo() {
    shell("FROM range(1000000000000) AS t(n);");

    assertThat(world.data.toString())
        .contains("│ 39 │")
        .doesNotContain("│ 40 │")
        .endsWith("first 40 rows; there are more; .last shows more\n");
  }

  @Test
  void goesOnAfterAnErrorButNotWithTheSameLine() {
    shell("SELECT nope; SELECT 'same line';", "SELECT 'next line' AS x;");

    assertThat(world.narration.toString()).startsWith("error: Binder Error");
    assertThat(world.data.toString()).contains("next line").doesNotContain("same line");
  }

  @Test
  void leavesOnQuit() {
    shell("quit", "SELECT 'not reached';");

    assertThat(world.data).hasToString("");
  }

  @Test
  void switchesItsMode() {
    shell(".mode csv", "SELECT 1 AS a;", ".mode");

    assertThat(world.data).hasToString("a\n1\ncsv\n");
  }

  @Test
  void drawsTheLastResultAgainAndWhole() {
    shell("SELECT n, repeat('x', 100) AS x FROM range(100) AS t(n);", ".last", ".last line");

    assertThat(world.data.toString())
        .contains("40 of 100 rows; x cut; .last shows all\n┌")
        .contains("│ 99 │ " + "x".repeat(100) + " │\n")
        .contains("└\n100 rows\nn = 0\n".substring(1))
        .endsWith("n = 99\nx = " + "x".repeat(100) + "\n");
    assertThat(world.narration).hasToString("");
  }

  @Test
  void keepsTheFirstRowsOfALongResultAndSaysSo() {
    shell("FROM range(1000000000000) AS t(n);", ".last csv");

    assertThat(world.data.toString().lines().count()).isGreaterThan(100);
    assertThat(world.narration.toString()).contains("this was the beginning of the result");
  }

  @Test
  void hasNoLastResultBeforeTheFirst() {
    shell(".last");

    assertThat(world.narration).hasToString("error: there is no result yet to draw again\n");
  }

  @Test
  void drawsChartsOfTheLastResultAndOfAStatement() {
    shell(
        "VALUES ('CC0', 4), ('CC-BY', 8);",
        ".chart",
        ".chart SELECT 'a' AS label, 1 AS n;",
        ".histogram SELECT unnest([1, 2, 2, 9]) AS width",
        "SELECT 1 AS one;");

    assertThat(world.data.toString())
        .contains("CC0    4  " + "█".repeat(35) + "\nCC-BY  8  " + "█".repeat(70) + "\n")
        .contains("\na  1  █")
        .contains("\n≥ 2  2  █")
        .contains("\n≥ 3  0\n")
        .contains("\nwidth: 4 rows\n")
        .contains("│ one │");
  }

  @Test
  void saysWhatAChartNeeds() {
    shell(".chart SELECT 1 AS a, 2 AS b, 3 AS c");

    assertThat(world.narration.toString())
        .startsWith(
            "error: cannot draw a chart of [a, b, c]: expected two columns, a label and a number\n")
        .contains("  hint: for example .chart SELECT license");
  }

  @Test
  void oneCtrlCStopsTheQueryAndThePromptComesBack() throws Exception {
    RecordingConsole console =
        new RecordingConsole("FROM range(1000000000000);", "SELECT 'still here' AS x;");
    world.output.display().choose(Optional.of(OutputMode.JSONL));
    Thread finger = world.whenRowsAppear(() -> console.pressed.run());

    run(console);

    finger.join();
    assertThat(world.narration.toString()).contains("error: the statement was stopped\n");
    assertThat(world.data.toString()).endsWith("{\"x\":\"still here\"}\n");
    assertThat(gaveUp).isFalse();
  }

  @Test
  void theThirdCtrlCGivesUp() {
    RecordingConsole console = new RecordingConsole();
    run(console);

    console.pressed.run();
    console.pressed.run();
    assertThat(world.narration.toString()).contains("press Ctrl-C once more to leave at once");
    assertThat(gaveUp).isFalse();
    console.pressed.run();

    assertThat(gaveUp).isTrue();
  }

  @Test
  void leavingWithJobsAsksAndStays() {
    Job job = background();
    RecordingConsole console = new RecordingConsole("quit", "", "SELECT 'here' AS x;", "quit", "s");

    run(console);

    assertThat(console.questions).containsExactly(QUESTION, QUESTION);
    assertThat(world.data.toString()).contains("here");
    assertThat(job.state()).isEqualTo(Job.State.STOPPED);
  }

  @Test
  void leavingCanWaitForJobs() {
    Job job = background();
    RecordingConsole console =
        new RecordingConsole("quit", "w") {
          @Override
          public Optional<String> ask(String question) {
            release.countDown();
            return super.ask(question);
          }
        };

    run(console);

    assertThat(console.questions).containsExactly(QUESTION);
    assertThat(job.state()).isEqualTo(Job.State.DONE);
  }

  @Test
  void jobsStopWhereNobodyAnswers() {
    Job job = background();

    shell();

    assertThat(job.state()).isEqualTo(Job.State.STOPPED);
  }

  @Test
  void theEndOfTheProcessEndsThePromptWithItsJobs() {
    Job job = background();
    world.cancellation.cancel();

    shell();

    assertThat(job.state()).isEqualTo(Job.State.STOPPED);
    assertThat(world.narration).hasToString("");
  }

  /** A job that ends when it is released or stopped. */
  private Job background() {
    Job job = new Job("long", true, new Cancellation(), InstantSource.system());
    job.cancellation().onCancel(release::countDown);
    world
        .context
        .jobs()
        .start(
            job,
            List.of(),
            () -> {
              awaitRelease();
              job.cancellation().check("long");
              return ExitStatus.DONE;
            });
    return job;
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void thePromptTellsOfTransactions() {
    RecordingConsole console =
        new RecordingConsole(
            "BEGIN;", ".nope", "SELECT error('x');", "ROLLBACK;", "SELECT error('x');");

    run(console);

    assertThat(console.prompts)
        .containsExactly("photos> ", "photos*> ", "photos*> ", "photos!> ", "photos> ", "photos> ");
  }

  @Test
  void editsTheLastStatement() {
    RecordingConsole console = new RecordingConsole("SELECT 1 AS a;", ".edit", ".quit");
    programs = new Programs("cat", "sed -i s/1/2/", "true");

    run(console);

    assertThat(console.prompts).containsExactly("photos> ", "photos> ", "photos> SELECT 2 AS a;");
  }

  @Test
  void saysThatTheEditorFailed() {
    programs = new Programs("cat", "false", "true");

    shell(".edit");

    assertThat(world.narration.toString())
        .isEqualTo(
            """
            error: the editor ended with exit code 1
              hint: set $VISUAL or $EDITOR to another
            """);
  }

  @Test
  void findsTheUsersPrograms() {
    Programs usual = Programs.of(Map.of("PAGER", " "), "Linux");
    Programs own =
        Programs.of(
            Map.of("PAGER", "more", "PHOTOCAT_PAGER", "most -x", "EDITOR", "nano"), "Mac OS X");

    assertThat(usual.hasUsualPager()).isTrue();
    assertThat(usual.editor()).isEqualTo("vi");
    assertThat(usual.viewer()).isEqualTo("xdg-open");
    assertThat(own).isEqualTo(new Programs("most -x", "nano", "open"));
  }

  @Test
  void whatCanDoNothingHasNoPagerThatAsksForMore() {
    Map<String, String> dumb = Map.of("TERM", "dumb", "PAGER", "less");

    assertThat(Programs.of(dumb, "Linux").pager()).isEqualTo("cat");
    assertThat(Programs.of(Map.of("TERM", "dumb", "PHOTOCAT_PAGER", "p"), "Linux").pager())
        .isEqualTo("p");
  }

  @Test
  void helpFitsTheScreenAndIsPlain() {
    System.setProperty("picocli.ansi", "true");
    try {
      shell("help manifest build");
    } finally {
      System.clearProperty("picocli.ansi");
    }

    assertThat(world.data.toString())
        .startsWith("Usage: photocat manifest build [")
        .doesNotContain("x1b");
    assertThat(world.data.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void hintsAreOfThePromptAtThePrompt() {
    shell("SELECT 1 AS a;", ".histogram b", ".nonsense", "verify m --nonsense");

    assertThat(world.narration.toString())
        .contains("error: the last result has no column 'b'\n  hint: it has a; of a table: .histo")
        .contains("error: unknown command 'nonsense'\n  hint: see '.help'\n")
        .contains("error: unknown option '--nonsense'\n  hint: see '.help verify'\n");
  }

  @Test
  void runsAScriptBeforeTheFirstPrompt() throws Exception {
    Files.writeString(folder.resolve("init.sql"), ".mode csv\nSELECT 1 AS a;\n.nope\n");
    RecordingConsole console = new RecordingConsole("SELECT 2 AS b;");

    run(Optional.of(Path.of("init.sql")), console);

    assertThat(world.data).hasToString("a\n1\nb\n2\n");
    assertThat(world.narration.toString()).startsWith("error: init.sql:3: unknown command 'nope'");
  }

  @Test
  void leavesWithTheExitCodeOfAHangupWhenTheTerminalHasGone() {
    RecordingConsole gone =
        new RecordingConsole() {
          @Override
          public Optional<Integer> hangup() {
            return Optional.of(129);
          }
        };

    assertThat(run(gone).exitCode()).isEqualTo(129);
  }

  @Test
  void leavesWithTheExitCodeAskedFor() {
    RecordingConsole console = new RecordingConsole("SELECT nope;", ".exit 5");

    assertThat(run(console).exitCode()).isEqualTo(5);
    assertThat(run(new RecordingConsole("SELECT nope;")).exitCode()).isZero();
  }

  private void shell(String... texts) {
    run(new RecordingConsole(texts));
  }

  private Outcome run(RecordingConsole console) {
    return run(Optional.empty(), console);
  }

  private Outcome run(Optional<Path> init, RecordingConsole console) {
    Foreground foreground = new Foreground(programs, console);
    try (CatalogNames names =
            new CatalogNames(() -> NameReader.read(world.context), world.context.recipes());
        RoutingInterpreter interpreter =
            new RoutingInterpreter(
                world.context,
                world.rules(),
                world.output,
                new Audience(
                    Optional.of(foreground),
                    Watch.Viewer.NOBODY,
                    Optional.empty(),
                    new Confirmation(console::ask),
                    false))) {
      return new Shell(
              interpreter, console, world.output, names, foreground, () -> gaveUp.set(true))
          .run(init, "photos");
    }
  }
}
