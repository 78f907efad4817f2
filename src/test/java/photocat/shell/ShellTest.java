package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
import photocat.model.Kind;

final class ShellTest {
  private static final String QUESTION =
      "1 job is running: [w]ait and leave, [s]top and leave, Enter to stay: ";

  @TempDir private Path folder;
  private final CountDownLatch release = new CountDownLatch(1);
  private World world;
  private final AtomicBoolean gaveUp = new AtomicBoolean();

  @BeforeEach
  void open() {
    world = new World(folder, new Screen(true, true, true, () -> 80));
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
        .endsWith("first 40 rows; there are more; mode csv shows all\n");
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
  void oneCtrlCStopsTheQueryAndThePromptComesBack() throws Exception {
    RecordingConsole console =
        new RecordingConsole("FROM range(1000000000000);", "SELECT 'still here' AS x;");
    world.output.choose(OutputMode.JSONL);
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
              return Kind.DONE;
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

  private void shell(String... texts) {
    run(new RecordingConsole(texts));
  }

  private void run(RecordingConsole console) {
    try (CatalogNames names =
            new CatalogNames(() -> NameReader.read(world.context), world.context.recipes());
        Interpreter interpreter = new Interpreter(world.context, world.rules(), world.output)) {
      Shell shell = new Shell(interpreter, console, world.output, names, () -> gaveUp.set(true));

      assertThat(shell.run("> ")).isEqualTo(Kind.DONE);
    }
  }
}
