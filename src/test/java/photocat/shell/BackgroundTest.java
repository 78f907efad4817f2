package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.command.BatchInput;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.Job;
import photocat.job.TestManifest;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.sql.Statement;

/** Commands in the background, against a server that answers as slowly as the test wants. */
final class BackgroundTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  private static final String STATES =
      "SELECT state, count(*) AS files FROM downloads WHERE manifest_id = 1 GROUP BY ALL";

  @TempDir private Path folder;
  private final Semaphore photos = new Semaphore(0);
  private World world;
  private PhotoServer server;
  private Interpreter interpreter;

  @BeforeEach
  void open() throws IOException {
    world = new World(folder);
    interpreter = new Interpreter(world.context, world.rules(), world.output);
    server =
        new PhotoServer()
            .onAny(
                (out, stage) -> {
                  photos.acquire();
                  return PhotoServer.ok(PHOTO).send(out, stage);
                });
    try (Session session = world.context.catalog().openSession()) {
      TestManifest.add(sql -> TestSql.rows(session, sql), 1, "m", 9);
      TestManifest.add(sql -> TestSql.rows(session, sql), 2, "n", 9);
    }
  }

  @AfterEach
  void close() throws IOException {
    photos.release(1_000);
    interpreter.close();
    world.close();
    server.close();
  }

  @Test
  void rowsChangeWhileFilesLandAndQueriesSeeThat() {
    assertThat(run(download("m"))).isEqualTo(ExitStatus.DONE);
    assertThat(world.narration).hasToString("[1] download start m\n");

    photos.release(4);
    waitFor("SELECT 1 FROM downloads WHERE state = 'done' HAVING count(*) >= 4");
    assertThat(job(1).state()).isEqualTo(Job.State.RUNNING);
    photos.release(5);
    ExitStatus waited = run("wait 1");
    String states = answer(STATES + ";");

    assertThat(waited).isEqualTo(ExitStatus.DONE);
    assertThat(states).isEqualTo("state,files\ndone,10\n");
  }

  @Test
  void refusesWhatWouldFightInOneLineThatNamesTheOther() {
    run(download("m"));

    assertThat(run("manifest drop m --yes")).isEqualTo(ExitStatus.FAILED);
    assertThat(run(download("m"))).isEqualTo(ExitStatus.FAILED);
    assertThat(run(download("n").replace("photos/n", "photos/m"))).isEqualTo(ExitStatus.FAILED);
    assertThat(run(".export attribution m --out a.csv &")).isEqualTo(ExitStatus.FAILED);

    assertThat(world.narration.toString())
        .contains(
            "error: cannot start manifest drop m: job 1 (download start m) works on manifest m\n",
            "  hint: 'wait 1' waits for it, 'cancel 1' stops it\n",
            "error: cannot start download start n: job 1 (download start m) works on the folder ");
    assertThat(run(download("n"))).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void wrongUsageIsToldAtOnceAndIsNoJob() {
    assertThat(run("download strat m &")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("wait &")).isEqualTo(ExitStatus.USAGE);
    assertThat(run(".mode csv &")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("download start nosuch &")).isEqualTo(ExitStatus.FAILED);
    assertThat(run("verify --help &")).isEqualTo(ExitStatus.DONE);

    assertThat(world.context.jobs().all()).isEmpty();
    assertThat(world.narration.toString()).contains("error: 'wait' cannot run in the background\n");
  }

  @Test
  void waitEndsAsItsJobDid() {
    server.on("/photos/2/large.jpg", PhotoServer.status(404));
    photos.release(100);
    run(download("m"));

    assertThat(run("wait")).isEqualTo(ExitStatus.PARTIAL);
    assertThat(run("wait 1")).isEqualTo(ExitStatus.PARTIAL);
    assertThat(world.narration.toString())
        .contains("[1] download start m: some items failed, ", "1 of 10 files not stored");
  }

  @Test
  void cancelStopsAndWaitSaysSo() {
    run(download("m"));

    assertThat(run("cancel 1")).isEqualTo(ExitStatus.DONE);
    assertThat(run("wait 1")).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(answer("SELECT outcome FROM download_runs;")).isEqualTo("outcome\ninterrupted\n");
    assertThat(run("cancel 7")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void connectionsOfADownloadCanBeChangedWhileItRuns() {
    run(download("m").replace(" &", " --max-connections 1 &"));
    waitUntilAsked(1);
    assertThat(answer("job 1"))
        .contains(
            "set max-connections,\"1 (photos in flight at a time, of which each host gets as many as it bears; 1 to 512)\"");

    assertThat(run("job 1 set max-connections=5")).isEqualTo(ExitStatus.DONE);
    photos.release(1);
    waitUntilAsked(6);

    assertThat(server.requests()).hasSize(6);
    assertThat(run("job 1 set max-connections=0")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("job 1 set color=red")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("job 1 color red")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.narration.toString())
        .contains(
            "error: max-connections is 0, must be 1 to 512\n",
            "hint: it has max-connections, per-host, max-speed\n",
            "error: cannot read 'color red', expected set KEY=VALUE\n");
  }

  @Test
  void listsJobsAndShowsTheirRows() {
    run("run licenses manifest=m &");
    run("wait");

    assertThat(answer("jobs --mode line")).contains("title = run licenses manifest=m");
    assertThat(answer("job 1 --rows")).contains("CC0");
    assertThat(run("job 1 set max-connections=3")).isEqualTo(ExitStatus.FAILED);
    assertThat(run("job 2")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aScriptEndsItsJobsAndTakesTheirExitCode() {
    server.on("/photos/2/large.jpg", PhotoServer.status(404));
    photos.release(100);

    ExitStatus kind =
        world.runs(new BatchInput.Text(download("m")), new BatchInput.Text("SELECT 1 AS a"));

    assertThat(kind).isEqualTo(ExitStatus.PARTIAL);
    assertThat(world.data).hasToString("a\n1\n");
    assertThat(world.narration.toString()).contains("[1] download start m: some items failed");
  }

  @Test
  void theEndOfTheProcessStopsJobsCleanly() {
    run(download("m"));
    waitUntilAsked(1);

    world.cancellation.cancel();
    job(1).await(new Cancellation());

    assertThat(job(1).state()).isEqualTo(Job.State.STOPPED);
  }

  private Job job(int id) {
    return world.context.jobs().require(id);
  }

  private ExitStatus run(String text) {
    return interpreter.run(statement(text), "", changed -> {}).kind();
  }

  private String answer(String text) {
    world.data.getBuffer().setLength(0);
    assertThat(run(text)).as(text).isEqualTo(ExitStatus.DONE);
    return world.data.toString();
  }

  private Statement statement(String text) {
    return interpreter.split(text).statements().get(0);
  }

  private void waitFor(String query) {
    waitUntil(() -> answer(query + ";").lines().count() >= 2);
  }

  private void waitUntilAsked(int requests) {
    waitUntil(() -> server.requests().size() >= requests);
  }

  private static void waitUntil(BooleanSupplier isSo) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private String download(String manifest) {
    return "download start %s --allow-private-hosts --root photos/%s --photo-base-url %s &"
        .formatted(manifest, manifest, server.url(""));
  }
}
