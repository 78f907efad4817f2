package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt in a real terminal. */
@Tag("terminal")
final class ShellTerminalTest {
  private static final String PROMPT = "photos> ";

  @TempDir private Path folder;
  private TestTerminal terminal;

  @BeforeEach
  void openThePrompt() throws Exception {
    Path pager = folder.resolve("pager");
    Files.writeString(pager, "head -n 3\necho 'press a key'\nread key </dev/tty\necho left\n");
    terminal =
        TestTerminal.open(
            folder,
            "one",
            100,
            24,
            Map.of("PHOTOCAT_PAGER", "sh " + pager, "VISUAL", "sed -i s/1/42/"));
    terminal.enter("stty -a | tail -n +2 >before");
    terminal.enter("sh photocat --catalog photos.duckdb");
    terminal.waitForLastLine(PROMPT);
  }

  @AfterEach
  void closeTheTerminal() throws Exception {
    terminal.close();
  }

  @Test
  void sqlGoesOnUntilItsSemicolon() throws Exception {
    terminal.enter("SELECT 1 AS a,");
    terminal.waitForLastLine("      >");
    terminal.enter("2 AS b;");

    assertThat(terminal.waitFor("1 row")).contains("      > 2 AS b;").contains("│ 1 │ 2 │");
  }

  @Test
  void ctrlCStopsALongQueryAndThePromptComesBack() throws Exception {
    terminal.enter("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b;");
    terminal.waitFor("Ctrl-C stops it");
    terminal.press("C-c");
    terminal.waitFor("error: the statement was stopped");
    terminal.enter("SELECT 'still ' || 'here' AS x;");

    assertThat(terminal.waitFor("still here")).doesNotContain("Ctrl-C stops it");
  }

  @Test
  void aLongResultOpensInThePagerWhichHandsTheTerminalBack() throws Exception {
    terminal.enter(".mode box");
    terminal.enter("FROM range(1000) AS t(number);");
    assertThat(terminal.waitFor("press a key")).contains("│ number │");
    terminal.press("Enter");
    terminal.waitFor("left");
    terminal.enter("SELECT 'typed ' || 'again' AS x;");

    assertThat(terminal.waitFor("typed again")).contains(PROMPT);
  }

  @Test
  void aSignalTakesThePagerAlong() throws Exception {
    terminal.enter("FROM range(1000) AS t(number);");
    terminal.waitFor("press a key");
    terminal.programs().get(0).destroy();

    terminal.waitForLastLine("$");
    terminal.enter("echo code-$?");
    terminal.waitFor("\ncode-143");
    assertThat(terminal.programs()).isEmpty();
  }

  @Test
  void aThousandLinesCanBePasted() throws Exception {
    terminal.type("CREATE TABLE t (n INT);");
    // Else the prompt before this text would count. What is pasted while a statement runs comes
    // without brackets, key by key.
    terminal.waitForLastLine(PROMPT + "CREATE TABLE t (n INT);");
    terminal.press("Enter");
    terminal.waitForLastLine(PROMPT);
    terminal.paste(
        IntStream.range(0, 1_000)
            .mapToObj(i -> "(" + i + ")")
            .collect(Collectors.joining(",\n", "INSERT INTO t VALUES\n", ";")));
    terminal.waitFor("(999);");
    terminal.press("Enter");

    terminal.waitFor("1,000 rows changed");
  }

  @Test
  void tablesFitTheTerminalAfterItWasResized() throws Exception {
    terminal.resize(60, 20);
    terminal.enter("SELECT repeat('x', 200) AS x;");

    String screen = terminal.waitFor("x cut; .last shows all");
    assertThat(screen.lines().filter(line -> line.startsWith("│ xxx")))
        .singleElement()
        .satisfies(line -> assertThat(line).hasSize(60).endsWith("x… │"));
  }

  @Test
  void altEnterRunsAndTheHistoryIsOfferedInGrey() throws Exception {
    terminal.type("SELECT 1 AS one");
    terminal.press("M-Enter");
    terminal.waitFor("│ one │");
    terminal.enter(".mode line");
    // Keys that come before the prompt are shown twice.
    terminal.enter("SELECT 2 AS two;");
    terminal.waitFor("two = 2");
    terminal.waitForLastLine(PROMPT);
    terminal.type("SELECT 1");
    terminal.waitForLastLine(PROMPT + "SELECT 1 AS one;");
    terminal.press("Right", "Enter");

    terminal.waitFor("one = 1");
  }

  @Test
  void theEditorGivesTheStatementBack() throws Exception {
    terminal.enter("SELECT 1 AS x;");
    terminal.waitFor("1 row");
    terminal.enter(".edit");

    terminal.waitForLastLine(PROMPT + "SELECT 42 AS x;");
  }

  /**
   * All but the first line of stty: the speed of a line that has none, which JLine does not keep.
   */
  @Test
  void leavingRestoresTheTerminal() throws Exception {
    terminal.enter(".exit 7");
    terminal.waitForLastLine("$");
    terminal.enter("echo code-$?; stty -a | tail -n +2 >after; cmp before after && echo as-before");

    assertThat(terminal.waitFor("\nas-before")).contains("\ncode-7");
  }
}
