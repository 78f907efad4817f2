package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.Cancellation;

/** Pipes that nobody writes to, where photocat reads a file: they block nobody for ever. */
final class PipesTest {
  @TempDir private Path folder;
  private Path pipe;
  private WholeRun photocat;

  @BeforeEach
  void makePipe() throws IOException, InterruptedException {
    pipe = pipe(folder.resolve("p.sql"));
    photocat =
        new WholeRun(folder)
            .with("PHOTOCAT_CATALOG", "c.duckdb")
            .with("HOME", folder.toString())
            .with("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-f p.sql",
        "--init p.sql -c SELECT\u00a01",
        "-c .read\u00a0p.sql",
        "recipe check p.sql"
      })
  void areWaitedForUntilPhotocatIsToStop(String words) throws Exception {
    Cancellation stop = new Cancellation();
    FutureTask<Integer> ended =
        new FutureTask<>(() -> photocat.stoppedBy(stop).of(arguments(words)));
    new Thread(ended, "reading").start();
    while (Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals("photocat-pipe"))) {
      Thread.onSpinWait();
    }

    stop.cancel();

    assertThat(ended.get(20, TimeUnit.SECONDS)).as(photocat.narration()).isEqualTo(130);
    assertThat(photocat.narration()).contains("was stopped");
  }

  @Test
  void areReadOnceSomebodyWrites() throws Exception {
    FutureTask<Integer> ended = new FutureTask<>(() -> photocat.of("-f", "p.sql"));
    new Thread(ended, "reading").start();

    Files.writeString(pipe, "SELECT 7 AS x;\n");

    assertThat(ended.get(20, TimeUnit.SECONDS)).as(photocat.narration()).isZero();
    assertThat(photocat.data()).isEqualTo("x\n7\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shortlist load p.sql",
        "shortlist names p.sql --source x",
        "override load p.sql",
      })
  void areNoListsOfNames(String words) {
    assertThat(photocat.of(arguments(words))).isEqualTo(1);
    assertThat(photocat.narration())
        .contains("p.sql: it is a pipe")
        .contains("hint: write it to a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.properties", "hosts.csv"})
  void areNoSettings(String name) throws IOException, InterruptedException {
    pipe(Files.createDirectories(folder.resolve("config/photocat")).resolve(name));

    assertThat(photocat.of("settings")).isEqualTo(2);
    assertThat(photocat.narration()).contains(name + ": it is a pipe");
  }

  private static Path pipe(Path file) throws IOException, InterruptedException {
    assumeTrue(
        new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "needs mkfifo");
    return file;
  }

  private static String[] arguments(String words) {
    String[] arguments = words.split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace('\u00a0', ' ');
    }
    return arguments;
  }
}
