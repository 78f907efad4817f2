package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.BatchInput;
import photocat.model.Kind;

/** What goes to the pager, and what happens when the person leaves it. */
final class PagedWriterTest {
  @TempDir private Path folder;
  private final StringWriter pages = new StringWriter();

  @Test
  void whatFitsIsPrinted() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs("SELECT n FROM range(17) AS t(n)");

      assertThat(pages).hasToString("");
      assertThat(world.data.toString()).endsWith("17 rows\n");
    }
  }

  @Test
  void whatDoesNotFitGoesToThePager() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs("SELECT n FROM range(18) AS t(n)");

      assertThat(world.data).hasToString("");
      assertThat(pages.toString()).startsWith("┌").endsWith("18 rows\n");
    }
  }

  @Test
  void wideLinesGoToThePagerToo() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs(".mode box\nSELECT repeat('x', 100) AS x;");

      assertThat(pages.toString()).contains("x".repeat(100));
    }
  }

  @Test
  void machineFormatsAreNotPaged() {
    try (World world = World.atPrompt(folder, () -> Optional.of(pages))) {
      world.runs(".mode csv\nSELECT n FROM range(100) AS t(n);");

      assertThat(pages).hasToString("");
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
    try (World world = World.atPrompt(folder, () -> Optional.of(left))) {
      Kind kind =
          world.runs(
              new BatchInput.Text(".mode box\nFROM range(1000000000000); SELECT 'next' AS x;"));

      assertThat(kind).isEqualTo(Kind.DONE);
      assertThat(world.data.toString()).contains("next");
    }
  }
}
