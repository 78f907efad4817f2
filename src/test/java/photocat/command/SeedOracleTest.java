package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/** The first seed document's SQL is the oracle: photocat must choose and credit the same photos. */
final class SeedOracleTest {
  private static final String COLUMNS =
      "wfo_taxon_id, wfo_scientific_name, original_name, photo_filename, photo_url, license, login, observer_name,"
          + " width, height, area_pixels, rank";
  private static final List<String> SOURCES =
      List.of("duke", "eive", "mabberly", "try_enhanced", "austraits");

  @TempDir private Path folder;

  @Test
  void choosesAndCreditsThePhotosThatTheSeedsSqlDoes() throws IOException {
    try (CommandRunner photocat = new CommandRunner(folder)) {
      runScript(photocat, "oracle/tables.sql");
      runScript(photocat, "oracle/seed.sql");
      writeLists(photocat);

      photocat.done("shortlist", "load", "shortlist.parquet", "--no-spelling");
      for (String source : SOURCES) {
        photocat.run("shortlist", "names", source + ".parquet", "--source", source);
      }
      photocat.done("match", "--within", "Plantae", "--rank", "species", "--exact");
      photocat.done(
          ("manifest build top10 --no-descendants --quality research --license CC0,CC-BY"
                  + " --more-than 10 --top 10 --rank-by area")
              .split(" "));
      photocat.done("export", "attribution", "top10", "--out", "top10.csv");

      List<String> expected =
          photocat.rows("SELECT " + COLUMNS + " FROM seed_top10 ORDER BY wfo_taxon_id, rank");
      assertThat(expected).hasSizeGreaterThan(500);
      assertThat(photocat.rows(exported())).isEqualTo(expected);
      assertThat(
              photocat.rows(
                  "SELECT taxon_key, photo_id, rank FROM manifest_photos ORDER BY file_id"))
          .isEqualTo(
              photocat.rows(
                  "SELECT wfo_taxon_id, photo_id, rank FROM seed_top10 ORDER BY wfo_taxon_id, rank"));
    }
  }

  private String exported() {
    return "SELECT "
        + COLUMNS
        + " FROM read_csv('"
        + folder.resolve("top10.csv")
        + "', types = {'rank': 'BIGINT', 'width': 'INTEGER', 'height': 'INTEGER'})";
  }

  private void writeLists(CommandRunner photocat) {
    photocat.rows(
        "COPY (SELECT wfo_taxon_id, wfo_scientific_name FROM accepted WHERE s % 8 <> 1) TO '"
            + folder.resolve("shortlist.parquet")
            + "'");
    for (String source : SOURCES) {
      photocat.rows(
          "COPY (SELECT wfo_taxon_id, wfo_original_name FROM spelled WHERE source = '%s') TO '%s'"
              .formatted(source, folder.resolve(source + ".parquet")));
    }
  }

  private static void runScript(CommandRunner photocat, String name) throws IOException {
    ClassLoader loader = SeedOracleTest.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name))) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Statement statement : StatementSplitter.split(script).statements()) {
        photocat.rows(statement.text());
      }
    }
  }
}
