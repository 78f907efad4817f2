package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.job.Job;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.remote.CatalogClient;
import photocat.shell.complete.Completer;
import photocat.shell.complete.NameReader;
import photocat.shell.complete.NameSnapshot;
import photocat.shell.complete.Suggestion;

/** The jobs of the process that holds the catalogue, as a client sees them. */
final class ClientJobsTest {
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
  void theBarShowsThemAndWhatEndsIsSaid() throws Exception {
    Board board = new Board();
    try (CatalogClient statements = client.connect();
        RemoteJobs jobs = new RemoteJobs(statements)) {
      jobs.show(board, 80);
      assertThat(board.bar).isEmpty();

      CountDownLatch end = new CountDownLatch(1);
      Job job = job("verify m", true);
      client.host.context.jobs().start(job, List.of(), () -> ended(job, end));
      do {
        jobs.show(board, 80);
      } while (board.bar.isEmpty() || !board.bar.get(1).contains("40 %"));
      assertThat(board.bar.get(0)).isEmpty();
      assertThat(board.bar.get(1)).startsWith("[1] verify m  ████░░░░░░   40 %  4/10");

      end.countDown();
      job.await(new Cancellation());
      jobs.show(board, 80);
      jobs.show(board, 80);
      assertThat(board.bar).isEmpty();
      assertThat(board.said).singleElement().asString().startsWith("[1] verify m: done in ");
    }
  }

  @Test
  void aHolderThatLeavesTakesItsJobsAlong() {
    Board board = new Board();
    try (CatalogClient statements = client.connect();
        RemoteJobs jobs = new RemoteJobs(statements)) {
      client.hostLeaves();

      jobs.show(board, 80);
      assertThat(board.bar).isEmpty();
    }
  }

  @Test
  void aScriptHearsOfItsOwnJobs() {
    client.host.context.jobs().runHere(job("elsewhere", true), List.of(), () -> ExitStatus.DONE);

    assertThat(client.runs("match &", "wait 2", "SELECT 1 AS a")).isEqualTo(ExitStatus.FAILED);

    assertThat(client.narration.toString())
        .startsWith("[2] match\n[2] match: failed after ")
        .doesNotContain("elsewhere");
  }

  @Test
  void completionKnowsThem() {
    Job running = job("download start m", true);
    client.host.context.jobs().runHere(job("match", false), List.of(), () -> ExitStatus.DONE);
    CountDownLatch end = new CountDownLatch(1);
    client.host.context.jobs().start(running, List.of(), () -> ended(running, end));
    NameSnapshot names = new NameSnapshot(NameReader.read(client.context), List.of());
    Completer completer = new Completer(client.rules(), () -> names, List::of, folder::resolve);

    assertThat(completer.complete("job ", 4).suggestions())
        .extracting(Suggestion::value)
        .containsExactly("1", "2");
    assertThat(completer.complete("cancel ", 7).suggestions())
        .extracting(Suggestion::value)
        .containsExactly("2");
    end.countDown();
  }

  private static Job job(String title, boolean background) {
    return new Job(title, background, new Cancellation(), InstantSource.system());
  }

  private static ExitStatus ended(Job job, CountDownLatch end) {
    try (Progress.Step step = job.progress().start("checking", Progress.Unit.FILES, 10)) {
      step.at(4, List.of());
      end.await();
      return ExitStatus.DONE;
    } catch (InterruptedException e) {
      return ExitStatus.INTERRUPTED;
    }
  }

  /** Where a client sees jobs. */
  private static final class Board implements JobBoard {
    private final List<String> said = new ArrayList<>();
    private List<String> bar = List.of();

    @Override
    public boolean hasStatusBar() {
      return true;
    }

    @Override
    public void status(List<String> lines) {
      bar = lines;
    }

    @Override
    public void announce(String text) {
      said.add(text);
    }
  }
}
