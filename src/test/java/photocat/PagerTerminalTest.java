package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The pager of those who name none, which not every machine has. */
@Tag("terminal")
@EnabledIf(
    value = "photocat.TestTerminal#isTmux",
    disabledReason = "less, the usual pager, which the tests in tmux look at")
final class PagerTerminalTest {
  @TempDir private Path folder;

  @Test
  void aLongResultOpensInLessAndStaysOnTheScreen() throws Exception {
    Map<String, String> none = Map.of("PHOTOCAT_PAGER", "", "PAGER", "", "LESS", "");
    try (TestTerminal terminal = TestTerminal.open(folder, "pager", 100, 24, none)) {
      terminal.enter("sh photocat --catalog c.duckdb");
      terminal.waitForLastLine("c>");
      terminal.enter("FROM range(1000) AS t(number);");
      terminal.waitForLastLine(":");
      terminal.press("Space");
      assertThat(terminal.waitFor("│     39 │")).doesNotContain("│      1 │");
      terminal.press("q");
      terminal.waitForLastLine("c>");

      assertThat(terminal.screen()).contains("│     39 │");
    }
  }
}
