package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.fetch.PhotoServer;
import photocat.job.TestManifest;

/** The line of a download that runs in a real terminal without a prompt. */
@Tag("terminal")
final class ProgressInTerminalTest {
  @TempDir private Path folder;

  @Test
  void lineFitsATerminalThatBecomesNarrower() throws Exception {
    try (Catalog catalog = NewCatalog.open(folder.resolve("c.duckdb"))) {
      TestManifest.add(sql -> TestSql.rows(catalog, sql), 1, "m", 9);
    }
    try (PhotoServer server = new PhotoServer().onAny((out, stage) -> stage.hang());
        TestTerminal terminal = TestTerminal.open(folder, "one", 160, 24, Map.of())) {
      terminal.enter(
          "clear; sh photocat --catalog c.duckdb download start m --allow-private-hosts"
              + " --photo-base-url "
              + server.url(""));
      terminal.waitFor(" free");

      terminal.resize(50, 24);

      terminal.waitForLine(
          "a line that fits", line -> line.startsWith("m  0/") && line.length() < 50);
      terminal.press("C-c");
      terminal.waitForLastLine("$");
      assertThat(terminal.screen()).contains("'download start m' goes on");
    }
  }
}
