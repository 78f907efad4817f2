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
final class ClientTerminalTest {
  @TempDir private Path folder;
  private final Semaphore photos = new Semaphore(0);
  private PhotoServer server;
  private TestTerminal holder;
  private TestTerminal client;

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
    client = TestTerminal.open(folder, "client", 100, 24, pager);
    holder.enter("sh photocat --catalog c.duckdb");
    holder.waitForLastLine("c>");
    client.enter("clear; sh photocat --catalog c.duckdb");
    client.waitForLastLine("c>");
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    holder.close();
    photos.release(10_000);
    server.close();
  }

  @Test
  void aJobOfOneIsSeenAndStoppedByTheOther() throws Exception {
    start(holder);
    client.waitFor("[1] download start bees  ░");
    client.enter("jobs");
    client.waitFor("│   1 │ running │ download start… │");
    client.enter("cancel 1");
    client.waitFor("[1] download start bees: stopped after ");
    holder.waitFor("[1] download start bees: stopped after ");
    client.waitUntilGone("░");

    start(client);
    holder.waitFor("[2] download start bees  ░");
    holder.enter("cancel 2");
    client.waitFor("[2] download start bees: stopped after ");
  }

  @Test
  void theSecondPromptWorksAsTheFirst() throws Exception {
    client.enter("BEGIN;");
    client.waitForLastLine("c*>");
    client.enter("FROM range(100) AS t(number);");
    assertThat(client.waitFor("press a key")).contains("│     10 │");
    client.press("Enter");
    client.waitForLastLine("c*>");
    client.enter("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b;");
    client.waitFor("Ctrl-C stops it");
    client.press("C-c");
    client.waitFor("error: the statement was stopped");
    client.enter("ROLLBACK;");
    client.waitForLastLine("c>");
    client.type("SELECT man");
    client.press("Tab");
    client.waitFor("manifest_photos");
  }

  private void start(TestTerminal terminal) throws Exception {
    terminal.enter(
        "download start bees --allow-private-hosts --root bees --photo-base-url %s &"
            .formatted(server.url("")));
  }
}
