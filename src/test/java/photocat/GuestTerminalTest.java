package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/** Two prompts on one catalogue, in two real terminals. */
@Tag("terminal")
final class GuestTerminalTest {
  @TempDir private Path folder;
  private final Semaphore photos = new Semaphore(0);
  private PhotoServer server;
  private TestTerminal holder;
  private TestTerminal guest;

  @BeforeEach
  void open() throws Exception {
    server =
        new PhotoServer()
            .onAny(
                (out, stage) -> {
                  photos.acquire();
                  return PhotoServer.ok(SamplePhotos.jpeg(1, 60, 40)).send(out, stage);
                });
    try (Catalog catalog = NewCatalog.open(folder.resolve("c.duckdb"));
        Session session = catalog.openSession()) {
      TestManifest.add(sql -> TestSql.rows(session, sql), 1, "bees", 99);
    }
    holder = TestTerminal.open(folder, "holder", 100, 24, Map.of());
    Map<String, String> pager =
        Map.of("PHOTOCAT_PAGER", "head -n 20; echo 'press a key'; read key </dev/tty");
    guest = TestTerminal.open(folder, "guest", 100, 24, pager);
    holder.enter("sh photocat --catalog c.duckdb");
    holder.waitForLastLine("c>");
    guest.enter("clear; sh photocat --catalog c.duckdb");
    guest.waitForLastLine("c>");
  }

  @AfterEach
  void close() throws Exception {
    guest.close();
    holder.close();
    photos.release(10_000);
    server.close();
  }

  @Test
  void aJobOfOneIsSeenAndStoppedByTheOther() throws Exception {
    start(holder);
    guest.waitFor("[1] download start bees  ░");
    guest.enter("jobs");
    guest.waitFor("│   1 │ running │ download start… │");
    guest.enter("cancel 1");
    guest.waitFor("[1] download start bees: stopped after ");
    holder.waitFor("[1] download start bees: stopped after ");
    guest.waitUntilGone("░");

    start(guest);
    holder.waitFor("[2] download start bees  ░");
    holder.enter("cancel 2");
    guest.waitFor("[2] download start bees: stopped after ");
  }

  @Test
  void theSecondPromptWorksAsTheFirst() throws Exception {
    guest.enter("BEGIN;");
    guest.waitForLastLine("c*>");
    guest.enter("FROM range(100) AS t(number);");
    assertThat(guest.waitFor("press a key")).contains("│     10 │");
    guest.press("Enter");
    guest.waitForLastLine("c*>");
    guest.enter("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b;");
    guest.waitFor("Ctrl-C stops it");
    guest.press("C-c");
    guest.waitFor("error: the statement was stopped");
    guest.enter("ROLLBACK;");
    guest.waitForLastLine("c>");
    guest.type("SELECT man");
    guest.press("Tab");
    guest.waitFor("manifest_photos");
  }

  private void start(TestTerminal terminal) throws Exception {
    terminal.enter(
        "download start bees --allow-private-hosts --root bees --photo-base-url %s &"
            .formatted(server.url("")));
  }
}
