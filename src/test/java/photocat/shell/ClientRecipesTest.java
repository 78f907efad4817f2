package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.sql.Statement;

/** A client's recipes are files of its own, run in the catalogue of its host. */
final class ClientRecipesTest {
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
  void areSavedEditedAndCheckedWithTheFilesAndTheStatementsOfTheClient() throws IOException {
    client.host.runs("CREATE TABLE shared (n INT); INSERT INTO shared VALUES (7); SELECT 8");

    ExitStatus kind = client.runs("FROM shared", ".recipe save mine", "@mine", "recipe show mine");

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    Path file = folder.resolve("sql/recipes/mine.sql");
    assertThat(file).hasContent("-- @title   Mine\nFROM shared;");
    assertThat(client.data).hasToString("n\n7\nn\n7\n-- @title   Mine\nFROM shared;\n");

    RecordingConsole console = new RecordingConsole();
    Foreground foreground =
        new Foreground(new Programs("cat", "sed -i s/shared/nothing/", "true"), console);
    Audience prompt =
        new Audience(
            Optional.of(foreground), Watch.Viewer.NOBODY, Optional.empty(), Consent.NOBODY, false);
    try (RoutingInterpreter interpreter =
        new RoutingInterpreter(client.context, client.rules(), client.output, prompt)) {
      Statement edit = new Statement(".recipe edit mine", 1, 0);
      assertThat(interpreter.run(edit, "", changed -> {}).kind()).isEqualTo(ExitStatus.USAGE);
    }
    assertThat(client.data.toString())
        .contains(file + ":2: Catalog Error: Table with name nothing");
    assertThat(client.narration.toString()).contains("error: 1 mistake in recipe mine\n");
  }
}
