package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that reads the file it has open as a database would lose its lock. */
final class UrlsOwnCatalogTest {
  @TempDir private Path folder;

  @Test
  void theCatalogueIsNeverReadAsAListByWhateverName() throws IOException {
    Path catalog = folder.resolve("photos.duckdb");
    WholeRun photocat = new WholeRun(folder).with("PHOTOCAT_CATALOG", catalog.toString());
    Files.writeString(folder.resolve("a.csv"), "url\nhttps://h/1.jpg\n");
    assertThat(photocat.of("ingest", "urls", "a.csv")).isZero();
    Files.createLink(folder.resolve("hard.csv"), catalog);
    Files.createSymbolicLink(folder.resolve("soft.csv"), catalog);

    for (String each : new String[] {"photos.duckdb", "hard.csv", "soft.csv", "*.csv", "."}) {
      assertThat(photocat.of("ingest", "urls", each, "--name", "b")).as(each).isEqualTo(1);
      assertThat(photocat.narration()).contains(": it is the catalogue itself");
    }

    assertThat(photocat.of("-c", "SELECT count(*) AS photos FROM urls_photos")).isZero();
    assertThat(photocat.data()).isEqualTo("photos\n1\n");
  }
}
