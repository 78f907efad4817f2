package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of lists whose entries and taxa do not pair up. */
final class EntryRulesTest {
  private static final String CHOSEN =
      "SELECT taxon_key, rank, photo_id FROM manifest_photos ORDER BY file_id";

  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @BeforeEach
  void fill() throws IOException {
    photocat.forget();
    photocat.rows(
        """
        INSERT INTO inat_taxa VALUES
            (1, NULL, 70, 'kingdom', 'Animalia', true),
            (10, '1', 10, 'species', 'Apis mellifera', true),
            (11, '1/10', 5, 'subspecies', 'Apis mellifera carnica', true),
            (20, '1', 10, 'species', 'Bombus terrestris', true),
            (30, '1', 10, 'species', 'Carabus auratus', true)
        """);
    photocat.rows("INSERT INTO inat_observers VALUES (1, 'ann', NULL)");
    photocat.rows(
        """
        INSERT INTO inat_observations (observation_uuid, taxon_id, quality_grade)
        SELECT format('00000000-0000-0000-0000-{:012d}', o)::UUID, taxon, 'research'
        FROM (VALUES (1, 10), (3, 11), (4, 20)) AS t (o, taxon)
        """);
    photocat.rows(
        """
        INSERT INTO inat_photos
        SELECT uuid(), photo, format('00000000-0000-0000-0000-{:012d}', o)::UUID, 1, 'jpg', 'CC0', width, 1000, 0
        FROM (VALUES (101, 1, 2000), (102, 1, 1000), (103, 1, 3000), (104, 3, NULL), (101, 4, 2000), (105, 4, 500))
            AS t (photo, o, width)
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (1, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
    Files.writeString(
        folder.resolve("list.csv"),
        "key,name\nA,Apis mellifera\nB,Bombus terrestris\nC,Carabus auratus\n");
    photocat.done("shortlist", "load", "list.csv");
  }

  @Test
  void buildsNoClassOfSeveralSpeciesUnasked() throws IOException {
    Files.writeString(
        folder.resolve("more.csv"), "key,name\nB,Carabus auratus\nA,Apis mellifera carnica\n");
    photocat.done("shortlist", "names", "more.csv", "--source", "a2");
    photocat.done("match", "--rank", "any");
    photocat.rows("DELETE FROM shortlist WHERE taxon_key = 'C'");

    assertThat(photocat.run("manifest", "build", "m")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot build manifest m: the shortlist has 2 entries whose spellings reach several taxa, Apis mellifera (key A) reaches 2
            hint: 'run several-taxa' lists them; --several-taxa keep takes the photos of all taxa, skip leaves these entries out\
            """);
    assertThat(photocat.run("manifest", "build", "m", "--several-taxa", "skip")).isEqualTo(1);
    assertThat(photocat.said()).contains("no photo fits");
    photocat.done("manifest", "build", "m", "--several-taxa", "keep");
    assertThat(photocat.rows(CHOSEN))
        .containsExactly("A|1|103", "A|2|101", "A|3|102", "A|4|104", "B|1|101", "B|2|105");
    assertThat(photocat.rows("SELECT definition ->> 'several_taxa' FROM manifests"))
        .containsExactly("keep");
  }

  @Test
  void buildsNoSpeciesTwiceUnasked() throws IOException {
    Files.writeString(
        folder.resolve("more.csv"),
        "name\nApis_mellifera\nBOMBUS TERRESTRIS\nBombus terrestris L.\n");
    photocat.rows("DELETE FROM shortlist WHERE taxon_key = 'B'");
    photocat.done("shortlist", "load", "more.csv").done("match");

    assertThat(photocat.run("manifest", "build", "m")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot build manifest m: 2 taxa are reached by several entries of the shortlist, Apis mellifera by Apis mellifera and Apis_mellifera
            hint: 'run shared-taxa' lists them; --merge-shared gives their photos to one entry, --keep-shared to each\
            """);
    assertThat(photocat.run("manifest", "build", "m", "--merge-shared", "--keep-shared"))
        .isEqualTo(2);
    photocat.done("manifest", "build", "merged", "--merge-shared", "--top", "1");
    assertThat(photocat.rows("SELECT taxon_key, photo_id FROM manifest_photos ORDER BY file_id"))
        .containsExactly("A|103", "BOMBUS TERRESTRIS|101");
    photocat.done("manifest", "build", "kept", "--keep-shared", "--top", "1");
    assertThat(photocat.rows("SELECT taxa FROM manifests WHERE name = 'kept'"))
        .containsExactly("4");
  }

  @Test
  void buildsFromOneListWhatThatListMeansByItsKeys() throws IOException {
    Files.writeString(
        folder.resolve("other.csv"),
        "key,name\nA,Bombus terrestris\nB,Bombus terrestris (Linnaeus)\nC,Apis mellifera\n");
    photocat.run("shortlist", "load", "other.csv");
    photocat.done("match");

    photocat.done("manifest", "build", "m", "--list", "other", "--keep-shared", "--top", "1");
    assertThat(
            photocat.rows(
                "SELECT taxon_key, scientific_name, original_name, file_name FROM manifest_photos"
                    + " ORDER BY file_id"))
        .containsExactly(
            "A|Bombus terrestris|Bombus terrestris|bombus_terrestris_559aead0/101_large.jpg",
            "B|Bombus terrestris (Linnaeus)|Bombus terrestris|bombus_terrestris/101_large.jpg",
            "C|Apis mellifera|Apis mellifera|apis_mellifera_6b23c0d5/103_large.jpg");
    assertThat(photocat.run("manifest", "build", "both", "--list", "list", "--list", "other"))
        .isEqualTo(1);
    assertThat(photocat.said()).contains("has 2 entries whose spellings reach several taxa");
    photocat.done("manifest", "build", "l", "--list", "list", "--top", "1");
    assertThat(
            photocat.rows(
                "SELECT scientific_name FROM manifest_photos"
                    + " WHERE manifest_id = manifest_number('l') ORDER BY file_id"))
        .containsExactly("Apis mellifera", "Bombus terrestris");
  }
}
