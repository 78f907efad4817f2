package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.TestSql;
import photocat.model.Consent;
import photocat.model.Kind;

/** SQL that would change what photocat keeps: asked at a prompt, refused in a script. */
final class OwnTablesInShellTest {
  private static final String DELETE = "DELETE FROM licenses WHERE license = 'CC0'";
  private static final String QUESTION =
      "this changes licenses, which photocat keeps; go on? [y/N] ";
  private static final String REFUSAL =
      """
      error: cannot run the statement: it changes licenses, which photocat keeps
        hint: --write-own-tables allows it; tables of your own are free
      """;

  @TempDir private Path folder;

  @Test
  void aScriptIsRefused() {
    try (World world = new World(folder)) {
      assertThat(world.runs(DELETE)).isEqualTo(Kind.USAGE);

      assertThat(world.narration).hasToString(REFUSAL);
      assertThat(licenses(world)).isEqualTo(10);
      assertThat(world.runs("CREATE TABLE licenses2 AS FROM licenses; DELETE FROM licenses2"))
          .isEqualTo(Kind.DONE);
    }
  }

  @Test
  void theOptionAllowsIt() {
    try (World world = World.writingOwnTables(folder)) {
      assertThat(world.runs(DELETE)).isEqualTo(Kind.DONE);

      assertThat(licenses(world)).isEqualTo(9);
    }
  }

  @Test
  void thePersonAtThePromptIsAsked() {
    try (World world = World.atPrompt(folder, Optional::empty)) {
      RecordingConsole console = new RecordingConsole(DELETE + ";", "", DELETE + ";", " Yes ");

      prompt(world, console, Watch.Viewer.NOBODY);

      assertThat(console.questions).containsExactly(QUESTION, QUESTION);
      assertThat(world.narration)
          .hasToString(
              "error: not done: this changes licenses, which photocat keeps\n1 row changed\n");
      assertThat(licenses(world)).isEqualTo(9);
    }
  }

  @Test
  void aScriptThatIsReadAtThePromptAsksToo() throws Exception {
    Files.writeString(folder.resolve("s.sql"), DELETE + ";\nSELECT 'after' AS x;\n");
    try (World world = World.atPrompt(folder, Optional::empty)) {
      RecordingConsole console = new RecordingConsole(".read s.sql", "n");

      prompt(world, console, Watch.Viewer.NOBODY);

      assertThat(console.questions).containsExactly(QUESTION);
      assertThat(world.data.toString()).doesNotContain("after");
      assertThat(licenses(world)).isEqualTo(10);
    }
  }

  /** A key would end the watching instead of answering. */
  @Test
  void nobodyIsAskedWhileWatching() {
    try (World world = World.atPrompt(folder, Optional::empty)) {
      RecordingConsole console = new RecordingConsole(".watch 1 --times 2 " + DELETE + ";");

      prompt(world, console, Watch.Viewer.NOBODY);

      assertThat(console.questions).isEmpty();
      assertThat(world.narration).hasToString(REFUSAL);
    }
  }

  @Test
  void aGuestIsAskedAtItsOwnPrompt() {
    try (GuestWorld guest = GuestWorld.atPrompt(folder, Optional::empty)) {
      RecordingConsole console =
          new RecordingConsole("BEGIN;", DELETE + ";", "n", DELETE + ";", "y", "COMMIT;");

      guest.prompt(console, new Programs("cat", "true", "true"));

      assertThat(console.questions).containsExactly(QUESTION, QUESTION);
      assertThat(console.prompts).contains("photos*> ");
      assertThat(guest.narration)
          .hasToString(
              "error: not done: this changes licenses, which photocat keeps\n1 row changed\n");
      assertThat(licenses(guest.host)).isEqualTo(9);
    }
  }

  @Test
  void aGuestsScriptIsRefusedUnlessItHasTheOption() {
    try (GuestWorld guest = new GuestWorld(folder, Screen.NONE)) {
      assertThat(guest.runs(DELETE)).isEqualTo(Kind.USAGE);
      assertThat(guest.narration).hasToString(REFUSAL);

      guest.writeOwnTables = true;
      assertThat(guest.runs(DELETE)).isEqualTo(Kind.DONE);
      assertThat(licenses(guest.host)).isEqualTo(9);
    }
  }

  private static int licenses(World world) {
    String count = TestSql.rows(world.context.catalog(), "SELECT count(*) FROM licenses").get(0);
    return Integer.parseInt(count);
  }

  private static void prompt(World world, RecordingConsole console, Watch.Viewer viewer) {
    Consent consent = new Confirmation(console::ask);
    Foreground foreground = new Foreground(new Programs("cat", "true", "true"), console);
    Manner manner = new Manner(Optional.of(foreground), viewer, Optional.empty(), consent, false);
    try (CatalogNames names =
            new CatalogNames(() -> NameReader.read(world.context), world.context.recipes());
        RoamingInterpreter interpreter =
            new RoamingInterpreter(world.context, world.rules(), world.output, manner)) {
      new Shell(interpreter, console, world.output, names, foreground, () -> {})
          .run(Optional.empty(), "photos");
    }
  }
}
