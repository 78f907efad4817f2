package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;

/** What is in the files of {@code .output} and {@code .once}, and which files may be. */
final class ResultFilesTest {
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void keepsNothingInAFileOfAStatementThatFailed() throws Exception {
    world.runsOn(
        """
        .mode json
        .output all.json
        SELECT 1 AS a;
        SELECT CASE WHEN range < 5000 THEN range ELSE error('half way') END AS n FROM range(6000);
        SELECT 2 AS b;
        .output
        .once one.csv
        SELECT CASE WHEN range < 5000 THEN range ELSE error('half way') END AS n FROM range(6000);
        """);

    assertThat(folder.resolve("all.json"))
        .content()
        .isEqualTo("[\n{\"a\":1}\n]\n[\n{\"b\":2}\n]\n");
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("all.json"));
  }

  @Test
  void refusesANameThatEndsAsAFolder() {
    assertThat(world.runs(".output new/\nSELECT 1 AS a;")).isEqualTo(ExitStatus.FAILED);

    assertThat(world.narration.toString())
        .contains("cannot write to new/: it ends as the name of a folder does");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNoFileOfAScriptThatFailed() {
    assertThat(world.runs(".output x.csv\nSELECT 1 AS a;\nSELECT nope;"))
        .isEqualTo(ExitStatus.FAILED);

    assertThat(world.narration.toString())
        .endsWith("nothing was written to %s\n".formatted(folder.resolve("x.csv")));
    assertThat(folder).isEmptyDirectory();
    assertThat(world.runs(".output x.csv\nSELECT 1 AS a;\n.exit 7")).isEqualTo(ExitStatus.BUG);
    assertThat(folder.resolve("x.csv")).hasContent("a\n1");
  }

  @Test
  void leavesNoFileOfAScriptThatWasStopped() throws Exception {
    Thread stopper =
        new Thread(
            () -> {
              // The first part is written when it no longer fits into memory.
              while (!isGrowing()) {
                Thread.onSpinWait();
              }
              world.cancellation.cancel();
            });
    stopper.start();

    assertThat(world.runs(".output x.csv\nFROM range(1000000000000);"))
        .isEqualTo(ExitStatus.INTERRUPTED);

    stopper.join();
    assertThat(folder).isEmptyDirectory();
  }

  private boolean isGrowing() {
    File[] files = folder.toFile().listFiles();
    return files != null && files.length == 1 && files[0].length() > 0;
  }

  @Test
  void replacesWhatItWroteItselfAndOthersByForceOnly() throws Exception {
    Files.writeString(folder.resolve("mine.csv"), "mine");

    int exitCode =
        world.runsOn(
            """
            .once own.csv
            SELECT 1 AS a;
            .once own.csv
            SELECT 2 AS a;
            .once mine.csv
            .output mine.csv
            SELECT 'on the screen' AS a;
            .once never.csv
            .once --force mine.csv
            SELECT 3 AS a;
            .output mine.csv own.csv
            .output -
            .once /dev/stdout
            SELECT 4 AS a;
            """);

    assertThat(exitCode).isEqualTo(1);
    assertThat(folder.resolve("own.csv")).hasContent("a\n2");
    assertThat(folder.resolve("mine.csv")).hasContent("a\n3");
    assertThat(folder.resolve("never.csv")).doesNotExist();
    assertThat(world.data).hasToString("a\non the screen\na\n4\n");
    assertThat(world.narration.toString())
        .containsOnlyOnce(
            "error: stdin:5: cannot write to %s: it is there already\n  hint: --force replaces it\n"
                .formatted(folder.resolve("mine.csv")))
        .contains("error: stdin:6: cannot write to ")
        .contains("error: stdin:11: cannot run .output: it was given 2 files\n");
  }

  @Test
  void aClientKeepsNoFileOfAStatementThatFailed() throws Exception {
    try (ClientWorld client = new ClientWorld(folder, Screen.NONE)) {
      client.runs(
          ".mode csv",
          ".output all.csv",
          "SELECT 1 AS a",
          "SELECT CASE WHEN range < 5000 THEN range ELSE error('half way') END AS n FROM range(6000)");

      assertThat(folder.resolve("all.csv")).doesNotExist();
      assertThat(client.narration.toString()).contains("nothing was written to ");
    }
  }
}
