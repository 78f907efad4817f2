package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands that are stopped when they have begun to work. What they ask last before that is the
 * time, or which files they must not write.
 */
final class StoppedCommandTest {
  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void fill() throws IOException {
    photocat = new CommandRunner(folder);
    photocat.rows("INSERT INTO inat_taxa VALUES (10, NULL, 10, 'species', 'Apis mellifera', true)");
    photocat.rows(
        """
        INSERT INTO inat_observations BY NAME
            SELECT uuid() AS observation_uuid, 10 AS taxon_id, 'research' AS quality_grade;
        """);
    photocat.rows(
        """
        INSERT INTO inat_photos BY NAME
            SELECT 7 AS photo_id, observation_uuid, 1 AS observer_id, 'jpg' AS extension,
                'CC0' AS license, 9 AS width, 9 AS height, 0 AS position
            FROM inat_observations
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (3, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
    Files.writeString(folder.resolve("names.csv"), "key,name\nk1,Apis mellifera\n");
    Files.writeString(folder.resolve("more.csv"), "key,name\nk2,Bellis perennis\n");
    Files.writeString(folder.resolve("overrides.csv"), "from_name,to_name\na,b\n");
    photocat.done("shortlist", "load", "names.csv").done("match").done("manifest", "build", "m");
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "match",
        "override load overrides.csv",
        "shortlist load more.csv",
        "manifest build n",
        "export attribution m --out out/credits.csv",
        "export attribution m --out out --per-taxon",
        "export table inat_taxa --out out/taxa.csv",
        "export table inat_taxa --out out/taxa.parquet",
        "catalog copy out/copy.duckdb",
      })
  void leavesNothingThatLooksFinished(String command) throws IOException {
    List<String> before = state();

    int exitCode = photocat.runStopped(command.split(" "));

    assertThat(exitCode).as(photocat.said()).isEqualTo(130);
    assertThat(photocat.said()).contains(" was stopped").doesNotContain("/add_", "INTERRUPT");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void theSameCommandsWorkAfterwards() {
    photocat.runStopped("match");

    assertThat(photocat.run("match")).isZero();
    assertThat(photocat.run("manifest", "build", "again")).isZero();
    photocat.done("manifest", "drop", "again", "--yes");
  }

  /** All rows that one of the commands writes, and all files. */
  private static List<String> state() throws IOException {
    List<String> state =
        photocat.rows(
            """
            SELECT 'match', original_name, matched_at FROM matches
            UNION ALL SELECT 'override', from_name, NULL FROM name_overrides
            UNION ALL SELECT 'wanted', scientific_name, NULL FROM shortlist
            UNION ALL SELECT 'manifest', name, NULL FROM manifests
            UNION ALL SELECT 'photo', file_name, NULL FROM manifest_photos
            UNION ALL SELECT 'database', database_name, NULL FROM duckdb_databases()
            UNION ALL SELECT 'setting', current_setting('disabled_optimizers'), NULL
            ORDER BY ALL
            """);
    try (Stream<Path> files = Files.walk(folder)) {
      return Stream.concat(state.stream(), files.map(Path::toString).sorted()).toList();
    }
  }
}
