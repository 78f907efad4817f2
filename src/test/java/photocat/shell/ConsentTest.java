package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.TestSql;
import photocat.command.CommandHost;
import photocat.command.Context;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.remote.CatalogClient;
import photocat.shell.complete.CatalogNames;
import photocat.shell.complete.NameReader;

/** What cannot be undone: asked at a prompt, refused in a script. */
final class ConsentTest {
  private static final String DELETE = "DELETE FROM licenses WHERE license = 'CC0'";
  private static final String QUESTION =
      "this changes licenses, which photocat keeps; go on? [y/N] ";
  private static final String REFUSAL =
      """
      error: cannot run the statement: it changes licenses, which photocat keeps
        hint: --write-own-tables allows it; tables of your own are free
      """;

  private static final String TAXON =
      "INSERT INTO shortlist VALUES ('k', 'Apis mellifera', 'apis', 'list.csv', now());";
  private static final String FORGETS =
      "this forgets 1 taxon of the shortlist with all spellings; go on? [y/N] ";

  @TempDir private Path folder;

  @Test
  void aScriptIsRefused() {
    try (World world = new World(folder)) {
      assertThat(world.runs(DELETE)).isEqualTo(ExitStatus.USAGE);

      assertThat(world.narration).hasToString(REFUSAL);
      assertThat(licenses(world)).isEqualTo(10);
      assertThat(world.runs("CREATE TABLE licenses2 AS FROM licenses; DELETE FROM licenses2"))
          .isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void theOptionAllowsIt() {
    try (World world = World.writingOwnTables(folder)) {
      assertThat(world.runs(DELETE)).isEqualTo(ExitStatus.DONE);

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
  void aClientIsAskedAtItsOwnPrompt() {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      RecordingConsole console =
          new RecordingConsole("BEGIN;", DELETE + ";", "n", DELETE + ";", "y", "COMMIT;");

      client.prompt(console, new Programs("cat", "true", "true"));

      assertThat(console.questions).containsExactly(QUESTION, QUESTION);
      assertThat(console.prompts).contains("photos*> ");
      assertThat(client.narration)
          .hasToString(
              "error: not done: this changes licenses, which photocat keeps\n1 row changed\n");
      assertThat(licenses(client.host)).isEqualTo(9);
    }
  }

  @Test
  void aClientsScriptIsRefusedUnlessItHasTheOption() {
    try (ClientWorld client = new ClientWorld(folder, Screen.NONE)) {
      assertThat(client.runs(DELETE)).isEqualTo(ExitStatus.USAGE);
      assertThat(client.narration).hasToString(REFUSAL);
      assertThat(client.runs("PREPARE p AS " + DELETE, "EXECUTE p")).isEqualTo(ExitStatus.USAGE);
      assertThat(client.narration).hasToString(REFUSAL + REFUSAL);

      client.writeOwnTables = true;
      assertThat(client.runs(DELETE)).isEqualTo(ExitStatus.DONE);
      assertThat(licenses(client.host)).isEqualTo(9);
    }
  }

  @Test
  void commandsThatDestroyAskLikewise() {
    try (World world = World.atPrompt(folder, Optional::empty)) {
      world.fill(TAXON);
      RecordingConsole console =
          new RecordingConsole("shortlist clear", "n", "shortlist clear &", "y", ".wait");

      prompt(world, console, Watch.Viewer.NOBODY);

      assertThat(console.questions).containsExactly(FORGETS, FORGETS);
      assertThat(world.narration.toString()).contains("not done: this forgets 1 taxon");
      assertThat(TestSql.rows(world.context.catalog(), "FROM shortlist")).isEmpty();
    }
  }

  @Test
  void aClientsCommandAsksAtItsOwnPrompt() {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty)) {
      client.host.fill(TAXON);
      RecordingConsole console =
          new RecordingConsole("shortlist clear", "n", "shortlist clear", "y");

      client.prompt(console, new Programs("cat", "true", "true"));

      assertThat(console.questions).containsExactly(FORGETS, FORGETS);
      assertThat(client.narration)
          .hasToString(
              """
              error: not done: this forgets 1 taxon of the shortlist with all spellings
              forgot 1 taxon of the shortlist
              """);
    }
  }

  /** As {@code photocat shortlist clear} in a second terminal. */
  @Test
  void aClientsCommandLineAsksThePersonThere() throws Exception {
    try (ClientWorld client = ClientWorld.atPrompt(folder, Optional::empty);
        CatalogClient server = client.connect()) {
      client.host.fill(TAXON);
      RecordingConsole console = new RecordingConsole("n", "y");
      Context there = client.context.at(CommandHost.of(new Confirmation(console::ask)));
      List<String> words = List.of("shortlist", "clear");

      assertThat(RemoteCommand.run(server, words, client.output, there)).isEqualTo(130);
      assertThat(RemoteCommand.run(server, words, client.output, there)).isZero();
      assertThat(console.questions).containsExactly(FORGETS, FORGETS);
      assertThat(RemoteCommand.run(server, words, client.output, client.context)).isZero();
      client.host.fill(TAXON);
      assertThat(RemoteCommand.run(server, words, client.output, client.context)).isEqualTo(2);
    }
  }

  private static int licenses(World world) {
    String count = TestSql.rows(world.context.catalog(), "SELECT count(*) FROM licenses").get(0);
    return Integer.parseInt(count);
  }

  private static void prompt(World world, RecordingConsole console, Watch.Viewer viewer) {
    Consent consent = new Confirmation(console::ask);
    Foreground foreground = new Foreground(new Programs("cat", "true", "true"), console);
    Audience audience =
        new Audience(Optional.of(foreground), viewer, Optional.empty(), consent, false);
    try (CatalogNames names =
            new CatalogNames(() -> NameReader.read(world.context), world.context.recipes());
        RoutingInterpreter interpreter =
            new RoutingInterpreter(world.context, world.rules(), world.output, audience)) {
      new Shell(interpreter, console, world.output, names, foreground, () -> {})
          .run(Optional.empty(), "photos");
    }
  }
}
