package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.BatchInput;
import photocat.model.Kind;

/** What goes to the pager, and what happens when the person leaves it. */
final class PagedWriterTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();

  @Test
  void whatFitsIsPrinted() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs("SELECT n FROM range(17) AS t(n)");

      assertThat(pages.size()).isZero();
      assertThat(world.data.toString()).endsWith("17 rows\n");
    }
  }

  @Test
  void whatDoesNotFitGoesToThePager() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs("SELECT n FROM range(18) AS t(n)");

      assertThat(world.data).hasToString("");
      assertThat(pages.toString(StandardCharsets.UTF_8)).startsWith("┌").endsWith("18 rows\n");
    }
  }

  @Test
  void wideLinesGoToThePagerToo() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs(".mode box\nSELECT repeat('x', 100) AS x;");

      assertThat(pages.toString(StandardCharsets.UTF_8)).contains("x".repeat(100));
    }
  }

  @Test
  void machineFormatsAreNotPaged() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs(".mode csv\nSELECT n FROM range(100) AS t(n);");

      assertThat(pages.size()).isZero();
    }
  }

  @Test
  void leavingThePagerEndsAnEndlessResult() {
    OutputStream left =
        new OutputStream() {
          @Override
          public void write(int character) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (World world = World.atPrompt(folder, () -> Optional.of(left))) {
      Kind kind =
          world.runs(
              new BatchInput.Text(".mode box\nFROM range(1000000000000); SELECT 'next' AS x;"));

      assertThat(kind).isEqualTo(Kind.DONE);
      assertThat(world.data.toString()).contains("next");
    }
  }
}
