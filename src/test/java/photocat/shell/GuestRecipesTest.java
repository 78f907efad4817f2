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
import photocat.model.Kind;
import photocat.sql.Statement;

/** A guest's recipes are files of its own, run in the catalogue of its host. */
final class GuestRecipesTest {
  @TempDir private Path folder;
  private GuestWorld guest;

  @BeforeEach
  void open() {
    guest = new GuestWorld(folder, Screen.NONE);
  }

  @AfterEach
  void close() {
    guest.close();
  }

  @Test
  void areSavedEditedAndCheckedWithTheFilesAndTheStatementsOfTheGuest() throws IOException {
    guest.host.runs("CREATE TABLE shared (n INT); INSERT INTO shared VALUES (7); SELECT 8");

    Kind kind = guest.runs("FROM shared", ".recipe save mine", "@mine", "recipe show mine");

    assertThat(kind).isEqualTo(Kind.DONE);
    Path file = folder.resolve("sql/recipes/mine.sql");
    assertThat(file).hasContent("-- @title   Mine\nFROM shared;");
    assertThat(guest.data).hasToString("n\n7\nn\n7\n-- @title   Mine\nFROM shared;\n");

    RecordingConsole console = new RecordingConsole();
    Foreground foreground =
        new Foreground(new Programs("cat", "sed -i s/shared/nothing/", "true"), console);
    Manner prompt =
        new Manner(
            Optional.of(foreground), Watch.Viewer.NOBODY, Optional.empty(), Consent.NOBODY, false);
    try (RoamingInterpreter interpreter =
        new RoamingInterpreter(guest.context, guest.rules(), guest.output, prompt)) {
      Statement edit = new Statement(".recipe edit mine", 1, 0);
      assertThat(interpreter.run(edit, "", changed -> {}).kind()).isEqualTo(Kind.USAGE);
    }
    assertThat(guest.data.toString()).contains(file + ":2: Catalog Error: Table with name nothing");
    assertThat(guest.narration.toString()).contains("error: 1 mistake in recipe mine\n");
  }
}
