package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.command.BatchInput;
import photocat.model.ExitStatus;

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

  /** Until it is closed, the status bar is gone and Ctrl-C is meant for the pager. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 100, 2_000})
  void pagerIsClosedWheneverThePersonHasLeftIt(int charactersRead) {
    LeftPages left = new LeftPages(charactersRead);
    try (World world = World.atPrompt(folder, () -> Optional.of(new BufferedWriter(left)))) {
      ExitStatus kind =
          world.runs(new BatchInput.Text(".mode box\nFROM range(500); SELECT 'next' AS x;"));

      assertThat(kind).isEqualTo(ExitStatus.DONE);
      assertThat(left.closed).isEqualTo(1);
      assertThat(world.data.toString()).contains("next");
    }
  }

  @Test
  void pagerOfAResultThatFailsHalfwayIsClosed() {
    LeftPages open = new LeftPages(Integer.MAX_VALUE);
    try (World world = World.atPrompt(folder, () -> Optional.of(open))) {
      world.runs(
          new BatchInput.Text(
              ".mode line\nSELECT CASE WHEN n = 1000000 THEN error('late') ELSE n::VARCHAR END"
                  + " AS n FROM range(1500000) AS t(n);"));

      assertThat(open.closed).isEqualTo(1);
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
      ExitStatus kind =
          world.runs(
              new BatchInput.Text(".mode box\nFROM range(1000000000000); SELECT 'next' AS x;"));

      assertThat(kind).isEqualTo(ExitStatus.DONE);
      assertThat(world.data.toString()).contains("next");
    }
  }

  /** A pager that was left after so many characters: nothing reaches it, flushed or not. */
  private static final class LeftPages extends Writer {
    private int left;
    private int closed;

    LeftPages(int charactersRead) {
      this.left = charactersRead;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new IOException("Broken pipe");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      closed++;
    }
  }
}
