package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.NewCatalog;

/** Recipes and what is watched, in a real terminal. */
@Tag("terminal")
final class RecipesInTerminalTest {
  @TempDir private Path folder;
  private TestTerminal terminal;

  @BeforeEach
  void open() throws Exception {
    Path recipes = Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        recipes.resolve("sized.sql"),
        """
        -- @title Sizes
        -- @param size   text in (large, too large)
        -- @param limit  int = 3 min 1
        SELECT $size AS size, $limit AS rows;
        """);
    NewCatalog.put(folder.resolve("c.duckdb"));
    terminal = TestTerminal.open(folder, "recipes", 80, 24, Map.of());
    terminal.enter("sh photocat --catalog c.duckdb");
    terminal.waitFor("c>");
  }

  @AfterEach
  void close() throws Exception {
    terminal.close();
  }

  @Test
  void asksForWhatIsMissingWithItsChoicesAtTheTabKey() throws Exception {
    enter("@sized");
    terminal.waitFor("size:");
    terminal.type("too");
    terminal.press("Tab");
    terminal.waitFor("size: too large");
    terminal.press("Enter");
    terminal.waitFor("limit [3]:");
    enter("0");
    terminal.waitFor("error: limit is 0, must be 1 or more");
    terminal.press("Enter");

    assertThat(terminal.waitFor("1 row")).contains("│ too large │    3 │");
  }

  @Test
  void ctrlCLeavesTheQuestions() throws Exception {
    enter("@sized");
    terminal.waitFor("size:");
    terminal.press("C-c");
    terminal.waitFor("recipe sized was not run");
    enter("SELECT 'still ' || 'here' AS x;");

    terminal.waitFor("still here");
  }

  @Test
  void whatIsWatchedLeavesNoRemainsWhenItsLinesWrapOrTheScreenChanges() throws Exception {
    enter(".mode csv");
    enter(".watch 0.1 SELECT 'at ' || epoch_us(now()) || repeat(' yes', 50) AS x;");
    terminal.waitFor("at 1");
    seeItTwice();
    terminal.resize(50, 20);
    seeItTwice();
    terminal.resize(100, 30);

    assertThat(seeItTwice()).doesNotContain("c>");
    terminal.press("q");
    terminal.waitFor("c>");
  }

  private String seeItTwice() throws Exception {
    String screen = terminal.waitFor("at 1");
    for (int round = 0; round < 2; round++) {
      int start = screen.lastIndexOf("at 1");
      terminal.waitUntilGone(screen.substring(start, start + "at 1234567890123456".length()));
      screen = terminal.waitFor("at 1");
    }
    assertThat(screen.split("at 1", -1)).as(screen).hasSize(2);
    return screen;
  }

  private void enter(String line) throws Exception {
    terminal.type(line);
    terminal.press("Enter");
  }
}
