package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;

/** The prompt of a second terminal: as if it held the catalogue itself. */
final class ClientPromptTest {
  private static final Programs PROGRAMS = new Programs("cat", "true", "true");

  @TempDir private Path folder;
  private final StringWriter pages = new StringWriter();

  @Test
  void thePromptShowsTheTransaction() {
    assertThat(prompts("BEGIN;", "SELECT error('x');", "ROLLBACK;"))
        .containsExactly("photos> ", "photos*> ", "photos!> ", "photos> ");
  }

  @Test
  void theTransactionOfAScriptIsShownToo() throws Exception {
    Files.writeString(folder.resolve("s.sql"), "BEGIN;\nSELECT 1 AS a;\n");

    assertThat(prompts(".read s.sql")).containsExactly("photos> ", "photos*> ");
  }

  @Test
  void whatDoesNotFitOpensInItsOwnPager() {
    try (ClientWorld client = ClientWorld.atPrompt(folder, () -> Optional.of(pages))) {
      type(client, "SELECT n FROM range(17) AS t(n);");

      assertThat(client.data.toString()).endsWith("17 rows\n");
      assertThat(pages).hasToString("");

      type(client, "SELECT n FROM range(18) AS t(n);", "SELECT 'next' AS x;");
      assertThat(pages.toString()).startsWith("┌").endsWith("18 rows\n");
      assertThat(client.data.toString()).contains("next").doesNotContain("18 rows");
    }
  }

  @Test
  void leavingThePagerEndsAnEndlessResult() {
    Writer left =
        new FilterWriter(pages) {
          @Override
          public void write(String text, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (ClientWorld client = ClientWorld.atPrompt(folder, () -> Optional.of(left))) {
      type(client, ".mode box", "FROM range(1000000000000);", "SELECT 'next' AS x;");

      assertThat(client.data.toString()).contains("next");
      assertThat(client.narration).hasToString("");
    }
  }

  @Test
  void aFileTakesTheResultWholeAndTheScreenItsOwnModeAfterwards() throws Exception {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      String wide = "SELECT n, repeat('x', 100) AS x FROM range(50) AS t(n);";
      type(
          client,
          ".once a",
          wide,
          ".once b.json",
          "SELECT 1 AS a;",
          ".mode table",
          ".once c",
          wide);
      type(client, "SELECT 'on the screen' AS x;");

      assertThat(folder.resolve("a")).content().startsWith("n,x\n0,xxx").endsWith("x\n");
      assertThat(folder.resolve("b.json")).hasContent("[\n{\"a\":1}\n]");
      assertThat(folder.resolve("c")).content().contains("│ 49 │ " + "x".repeat(100) + " │");
      assertThat(client.data.toString()).startsWith("┌").contains("│ on the screen │");
      assertThat(client.narration.toString()).contains("wrote " + folder.resolve("c"));
    }
  }

  @Test
  void theLastStatementIsEdited() {
    assertThat(prompts("SELECT 1 AS a;", "SELECT 2 AS b;", ".edit"))
        .last()
        .isEqualTo("photos> SELECT 2 AS b;");
  }

  @Test
  void aPhotoOpensOnItsOwnDesktop() throws Exception {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      client.host.fill(PhotosTest.photos(folder));
      Programs programs = new Programs("cat", "true", "false");
      client.prompt(
          new RecordingConsole(".open 7", "SELECT 7 AS photo_id;", ".open", ".open 9", ".open x"),
          programs);

      assertThat(client.narration.toString())
          .isEqualTo(
              """
              error: cannot open %1$s/apis/7.jpg: the viewer ended with 1
              error: cannot open %1$s/apis/7.jpg: the viewer ended with 1
              error: cannot open photo 9: its file is not here
                hint: .show tells where it can be seen
              error: 'x' is no photo_id
              """
                  .formatted(folder));
      assertThat(client.runs(".open 7")).isEqualTo(ExitStatus.USAGE);
      assertThat(client.narration.toString()).contains("cannot open a photo in a script");
    }
  }

  @Test
  void tellsTheTimeTheLastResultAndCharts() {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      type(
          client,
          ".timer on",
          "SELECT 'ann' AS who, 3 AS n;",
          ".timer off",
          ".last line",
          ".chart",
          ".histogram n",
          ".timer");

      assertThat(client.narration.toString()).containsOnlyOnce("took 0.");
      assertThat(client.data.toString()).contains("who = ann", "█").endsWith("off\n");
    }
  }

  @Test
  void saysWhyItCannotBeLockedIn() {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      type(client, ".safe");

      assertThat(client.narration.toString())
          .isEqualTo(
              """
              error: cannot run .safe: it would hold for process %d (photocat host) since \
              1970-01-01T00:00:00Z too, which holds the catalogue
                hint: run it there, or here when that process has ended
              """
                  .formatted(ProcessHandle.current().pid()));
    }
  }

  @Test
  void failuresAreRedWhereTheClientHasColours() {
    Screen screen = new Screen(true, true, true, true, () -> 80, () -> 24);
    try (ClientWorld client = new ClientWorld(folder, screen)) {
      client.runs("SELECT nope");

      assertThat(client.narration.toString()).startsWith("\u001b[");
    }
  }

  private List<String> prompts(String... texts) {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      RecordingConsole console = new RecordingConsole(texts);
      client.prompt(console, PROGRAMS);
      return console.prompts;
    }
  }

  private static void type(ClientWorld client, String... texts) {
    client.prompt(new RecordingConsole(texts), PROGRAMS);
  }
}
