package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of images that somebody makes with SQL on iNaturalist's archive, as the seed document of
 * bulk downloads does, and what photocat makes of the same files.
 */
final class SeedArchiveTest {
  private static final String OBSERVATIONS =
      """
      COPY (
          SELECT
              i AS id, 'https://www.inaturalist.org/observations/' || i AS occurrenceID, 'HumanObservation' AS basisOfRecord,
              'iNaturalist' AS institutionCode, i AS catalogNumber, 'https://www.inaturalist.org/observations/' || i AS "references",
              'Ann "Bee", ' || i || chr(10) || 'Zoë' AS recordedBy, ['wild', 'cultivated'][1 + i %% 2] AS captive,
              DATE '2020-01-01' + i::INTEGER AS eventDate, i %% 90 AS decimalLatitude, NULL AS decimalLongitude,
              i %% 40 AS taxonID, 'Genus' || i %% 8 || ' species' || i %% 40 AS scientificName, 'species' AS taxonRank,
              [NULL, 'Plantae', 'Animalia', 'Fungi', 'plantae'][1 + i %% 5] AS kingdom, 'Genus' || i %% 8 AS genus,
              'http://creativecommons.org/licenses/by-nc/4.0/' AS license, NULL AS sex, NULL AS lifeStage
          FROM range(2000) AS r (i)
      ) TO '%s/observations.csv' (HEADER)
      """;
  private static final String MEDIA =
      """
      COPY (
          SELECT
              (i * 7) %% 2600 AS id, ['StillImage', 'Sound', NULL][1 + i %% 3] AS type,
              'https://inaturalist-open-data.s3.amazonaws.com/photos/' || i %% 2900 || '/original.jpg' AS identifier,
              ['image/jpeg', 'audio/mpeg', NULL][1 + i %% 3] AS format, 'https://www.inaturalist.org/photos/' || i AS "references",
              NULL AS created, 'Ann, "Bee"' AS creator, 'iNaturalist' AS publisher,
              ['http://creativecommons.org/licenses/by/4.0/', 'All rights reserved', NULL][1 + i %% 3] AS license,
              'Ann' AS rightsHolder, i %% 1000 AS catalogNumber
          FROM range(3000) AS r (i)
      ) TO '%s/media.csv' (HEADER)
      """;

  /** As the seed has it, the types aside: it lets DuckDB guess them. */
  private static final String SEED =
      """
      SELECT M.id, M."identifier", M.catalogNumber, M."format"
      FROM read_csv('%1$s/observations.csv', all_varchar = true) AS O
      RIGHT JOIN read_csv('%1$s/media.csv', all_varchar = true) AS M ON O.id = M.id
      WHERE O.kingdom = 'Plantae'
      """;

  @TempDir private Path folder;

  @Test
  void givesTheSameImages() {
    try (CommandRunner photocat = new CommandRunner(folder)) {
      photocat.rows(OBSERVATIONS.formatted(folder));
      photocat.rows(MEDIA.formatted(folder));

      photocat.done("ingest", "dwca", ".", "--where", "kingdom = 'Plantae'");
      photocat.done(
          "export",
          "table",
          "dwca_media",
          "--columns",
          "id,identifier,catalogNumber,format",
          "--out",
          "fetch.parquet");

      String seed = SEED.formatted(folder);
      String ours = "SELECT * FROM '%s/fetch.parquet'".formatted(folder);
      assertThat(photocat.rows("SELECT count(*) FROM (%s)".formatted(seed))).containsExactly("463");
      assertThat(photocat.rows("(%s) EXCEPT ALL (%s)".formatted(seed, ours))).isEmpty();
      assertThat(photocat.rows("(%s) EXCEPT ALL (%s)".formatted(ours, seed))).isEmpty();
    }
  }
}
