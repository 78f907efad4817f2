package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.TestManifest;

/** Two downloads under the prompt of a real terminal. */
@Tag("terminal")
final class JobsInTerminalTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  @TempDir private Path folder;
  private final Semaphore photos = new Semaphore(0);
  private PhotoServer server;
  private TestTerminal terminal;

  @BeforeEach
  void open() throws Exception {
    server =
        new PhotoServer()
            .onAny(
                (out, stage) -> {
                  photos.acquire();
                  return PhotoServer.ok(PHOTO).send(out, stage);
                });
    Path file = folder.resolve("c.duckdb");
    try (Catalog catalog = NewCatalog.open(file);
        Session session = catalog.openSession()) {
      TestManifest.add(sql -> TestSql.rows(session, sql), 1, "bees", 99);
      TestManifest.add(sql -> TestSql.rows(session, sql), 2, "birds", 199);
    }
    terminal = TestTerminal.open(folder, "one", 100, 24, Map.of());
    terminal.enter("stty -a | tail -n +2 >before; clear");
    terminal.enter("sh photocat --catalog c.duckdb");
    terminal.waitFor("c>");
    start("bees");
    start("birds");
    terminal.waitFor("[1] download start bees  ░");
  }

  @AfterEach
  void close() throws Exception {
    terminal.close();
    photos.release(10_000);
    server.close();
  }

  @Test
  void theBarMovesWhileAQueryIsTyped() throws Exception {
    String query = "SELECT state, count(*) FROM downloads GROUP BY ALL";
    for (String word : query.split("(?<= )", -1)) {
      terminal.type(word);
      photos.release(4);
    }

    String screen = terminal.waitFor("c> " + query);
    terminal.waitFor("/100");
    List<String> rows = screen.lines().toList();
    assertThat(rows).filteredOn(row -> row.startsWith("c> SELECT")).hasSize(1);
    photos.release(1_000);
    terminal.waitFor("[1] download start bees: done in ");
    terminal.waitFor("[2] download start birds: done in ");
    terminal.waitFor("c> " + query);
    terminal.waitUntilGone("█");
    terminal.type(";");
    terminal.press("Enter");
    terminal.waitFor("│ done  │");
  }

  @Test
  void theListOfCompletionsStaysWhileTheBarMoves() throws Exception {
    photos.release(10);
    terminal.type("shortlist ");
    terminal.press("Tab");
    terminal.waitFor("clear");

    photos.release(100);
    String screen = terminal.waitFor("  ██");

    assertThat(screen).contains("c> shortlist", "clear", "names");
    terminal.type("li");
    terminal.press("Tab");
    terminal.waitFor("c> shortlist list");
  }

  @Test
  void promptAndBarStayApartInASmallerTerminal() throws Exception {
    for (int i = 0; i < 3; i++) {
      terminal.type("SELECT 'row " + i + "' AS x;");
      terminal.press("Enter");
      terminal.waitFor("│ row " + i);
    }
    terminal.type("SELECT 'typed'");
    terminal.waitFor("c> SELECT 'typed'");

    terminal.resize(90, 16);
    photos.release(120);
    terminal.waitFor("  ██");
    terminal.type(" AS y;");
    terminal.press("Enter");

    List<String> rows = terminal.waitFor("│ typed │").lines().toList();
    assertThat(rows.get(14)).startsWith("[1] download start bees  ");
    assertThat(rows.get(15)).startsWith("[2] download start birds  ");
    assertThat(rows.subList(0, 14)).noneMatch(row -> row.contains("░"));
    int prompt = rows.indexOf("c> SELECT 'typed' AS y;");
    assertThat(rows.subList(prompt - 3, prompt)).containsExactly("│ row 2 │", "└───────┘", "1 row");
  }

  @Test
  void aSignalLeavesTheTerminalAsItWas() throws Exception {
    terminal.type("SELECT 'typed'");
    terminal.waitFor("c> SELECT 'typed'");

    assertThat(terminal.programs()).allMatch(ProcessHandle::destroy);

    assertThat(terminal.waitForLastLine("$")).doesNotContain("░", "stopped");
    assertThat(terminal.modes()).isEqualTo("cursor 1, alternate 0, keypad 0, rows 0-23");
    terminal.enter("echo code-$?; stty -a | tail -n +2 >after; cmp before after && echo as-before");
    assertThat(terminal.waitFor("\nas-before")).contains("\ncode-143");
  }

  private void start(String manifest) throws Exception {
    terminal.type(
        "download start %s --allow-private-hosts --root %s --photo-base-url %s &"
            .formatted(manifest, manifest, server.url("")));
    terminal.press("Enter");
    // What is typed before the prompt is there the terminal itself would echo too.
    terminal.waitFor("] download start " + manifest + "\nc>\n");
  }
}
