package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestCommandTest {
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
    photocat.rows(
        "INSERT INTO inat_observers VALUES (1, 'ann', 'Ann \"Bee\"'), (2, 'bob', NULL), (3, 'eve',"
            + " ' ')");
    photocat.rows(
        """
        INSERT INTO inat_observations
        SELECT format('00000000-0000-0000-0000-{:012d}', o)::UUID, 2, 1.5, 2.5, 10, taxon, grade, day::DATE, NULL
        FROM (VALUES
            (1, 10, 'research', '2020-01-01'),
            (2, 10, 'needs_id', '2021-01-01'),
            (3, 11, 'research', NULL),
            (4, 20, 'research', '2019-01-01'),
            (5, 10, 'casual', '2022-01-01')) AS t (o, taxon, grade, day)
        """);
    photocat.rows(
        """
        INSERT INTO inat_photos
        SELECT uuid(), photo, format('00000000-0000-0000-0000-{:012d}', o)::UUID, owner, extension, license, width, 1000, 0
        FROM (VALUES
            (101, 1, 1, 'JPG', 'CC-BY', 2000),
            (102, 1, 2, 'jpeg', 'CC0', 1000),
            (103, 2, 3, 'jpg', 'CC-BY-NC', 3000),
            (104, 3, 9, 'png', 'PD', NULL),
            (101, 2, 1, 'JPG', 'CC-BY', 2000),
            (101, 4, 1, 'JPG', 'CC-BY', 2000),
            (105, 4, 2, '../x?', 'CC-BY-SA', 500),
            (106, 1, 2, 'jpg', NULL, 9000),
            (107, 1, 2, 'jpg', 'GFDL', 9000),
            (108, 5, 2, 'jpg', 'CC0', 9000)) AS t (photo, o, owner, extension, license, width)
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (1, 'inat-open-data', 'inat-open-data', 'x', DATE '2026-09-27', 1, 0, now(),"
            + " now())");
    Files.writeString(
        folder.resolve("list.csv"),
        "key,name\nA,Apis mellifera\nB,Bombus terrestris\nC,Carabus auratus\n");
    Files.writeString(
        folder.resolve("names.csv"), "key,original_name\nA,apis MELLIFERA\nA,Apis mellifera L.\n");
    photocat.done("shortlist", "load", "list.csv");
    photocat.done("shortlist", "names", "names.csv", "--source", "a1").done("match");
  }

  @Test
  void holdsAPhotoOnceForATaxonHoweverManySpellingsAndObservationsLeadToIt() {
    photocat.done("manifest", "build", "all");

    assertThat(photocat.said())
        .isEqualTo("manifest all: 6 photos of 2 taxa; 3 taxa of the shortlist, 3 matched");
    assertThat(photocat.rows(CHOSEN))
        .containsExactly("A|1|103", "A|2|101", "A|3|102", "A|4|104", "B|1|101", "B|2|105");
    assertThat(
            photocat.rows(
                "SELECT DISTINCT original_name, name_source FROM manifest_photos WHERE taxon_key ="
                    + " 'A'"))
        .containsExactly("Apis mellifera L.|a1");
    assertThat(
            photocat.rows(
                "SELECT observation_id, quality_grade FROM manifest_photos WHERE file_id = 2"))
        .containsExactly("00000000-0000-0000-0000-000000000001|research");
  }

  @Test
  void namesFilesUrlsAndOwners() {
    photocat.done("manifest", "build", "all", "--size", "medium");

    assertThat(
            photocat.rows(
                """
                SELECT file_name, replace(url, 'https://inaturalist-open-data.s3.amazonaws.com', ''), credit
                FROM manifest_photos ORDER BY file_id
                """))
        .containsExactly(
            "apis_mellifera/103_medium.jpg|/photos/103/medium.jpg|(c) eve, some rights reserved"
                + " (CC BY-NC)",
            "apis_mellifera/101_medium.jpg|/photos/101/medium.JPG|(c) Ann \"Bee\", some rights"
                + " reserved (CC BY)",
            "apis_mellifera/102_medium.jpeg|/photos/102/medium.jpeg|bob, no rights reserved (CC0)",
            "apis_mellifera/104_medium.png|/photos/104/medium.png|iNaturalist user 9, no known"
                + " copyright restrictions (public domain)",
            "bombus_terrestris/101_medium.jpg|/photos/101/medium.JPG|(c) Ann \"Bee\", some rights"
                + " reserved (CC BY)",
            "bombus_terrestris/105_medium.img|/photos/105/medium...%2Fx%3F|(c) bob, some rights"
                + " reserved (CC BY-SA)");
  }

  @ParameterizedTest
  @CsvSource({
    "taxon, apis_mellifera/103_large.jpg apis_mellifera/101_large.jpg"
        + " bombus_terrestris/101_large.jpg",
    "flat, 103_large.jpg 101_large.jpg 101_large.jpg",
    "sharded, 0103/103_large.jpg 0101/101_large.jpg 0101/101_large.jpg"
  })
  void laysFilesOutAsAsked(String layout, String files) {
    photocat.done("manifest", "build", "m", "--license", "cc-by,cc-by-nc", "--layout", layout);

    assertThat(photocat.rows("SELECT file_name FROM manifest_photos ORDER BY file_id"))
        .containsExactly(files.split(" "));
    assertThat(photocat.done("manifest", "show", "m").data()).contains("layout|" + layout);
  }

  @Test
  void shardsByTheNumberModulo4096() {
    photocat.rows("UPDATE inat_photos SET photo_id = 4096 * 70000 + 5 WHERE photo_id = 101");

    photocat.done("manifest", "build", "m", "--license", "cc-by", "--layout", "sharded");

    assertThat(photocat.rows("SELECT DISTINCT file_name FROM manifest_photos"))
        .containsExactly("0005/286720005_large.jpg");
  }

  @Test
  void creditsGoToAFileUnlessEachTaxonGetsOne() {
    photocat.done("manifest", "build", "m");

    assertThat(photocat.run("export", "attribution", "m", "--out", "credits/")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot write credits/: it ends as the name of a folder does\n"
                + "hint: name a file in it");
    assertThat(folder.resolve("credits")).doesNotExist();
    photocat.done("export", "attribution", "m", "--out", "credits/", "--per-taxon");
    assertThat(folder.resolve("credits")).isDirectory();
  }

  @Test
  void refusesCreditsForEachTaxonWhereTaxaHaveNoFolders() {
    photocat.done("manifest", "build", "m", "--layout", "flat");

    assertThat(photocat.run("export", "attribution", "m", "--out", "x", "--per-taxon"))
        .isEqualTo(1);

    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot export attribution of m for each taxon: its photos lie in no folders of taxa (layout flat)
            hint: leave out --per-taxon; the column file_name leads from each photo to its file\
            """);
    assertThat(folder.resolve("x")).doesNotExist();
    photocat.done("export", "attribution", "m", "--out", "x.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "--no-descendants, 103 101 102 101 105",
    "--quality research, 101 102 104 101 105",
    "'--quality casual,research', 108 101 102 104 101 105",
    "'--license cc0,cc_by', 101 102 101",
    "--license unknown, 106 107",
    "--rank-by id, 101 102 103 104 101 105",
    "--rank-by newest, 103 101 102 104 101 105",
    "--rank-by oldest, 101 102 103 104 101 105",
    "--top 1, 103 101",
    "--more-than 2, 103 101 102 104",
    "--per-observation 1, 103 101 104 101",
    "--where width>=1000, 103 101 102 101",
    "--where scientific_name<>'Bombus'/*)*/, 103 101 102 104 101 105"
  })
  void choosesWhatWasAskedFor(String options, String photos) {
    photocat.done(("manifest build m " + options).split(" "));

    assertThat(photocat.rows("SELECT photo_id FROM manifest_photos ORDER BY file_id"))
        .containsExactly(photos.split(" "));
  }

  @Test
  void givesTheSameRowsWhenBuiltAgain() {
    photocat.done("manifest", "build", "one").done("manifest", "build", "two");

    assertThat(
            photocat.rows(
                """
                SELECT * EXCLUDE (manifest_id) FROM manifest_photos WHERE manifest_id <> (SELECT min(manifest_id) FROM manifests)
                EXCEPT SELECT * EXCLUDE (manifest_id) FROM manifest_photos WHERE manifest_id = (SELECT min(manifest_id) FROM manifests)
                """))
        .isEmpty();
    photocat.done("manifest", "compare", "one", "two");
    assertThat(photocat.data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--license CC-XX | \"CC-XX\" | give one of CC0, CC-BY,",
        "--quality good | --quality \"good\" | give one of casual, needs_id, research",
        "--size huge | --size \"huge\" | give one of original, large,",
        "--layout deep | --layout \"deep\" | give one of taxon, flat, sharded",
        "--rank-by size | --rank-by \"size\" | give one of area, newest, oldest, id",
        "--top 0 | --top \"0\" | give 1 or more",
        "--where nonsense=1 | \"nonsense\" not found | DESCRIBE candidates;",
        "--where 1)OR(1 | it may not stand here | give one SQL condition",
      })
  void refusesWrongUsage(String options, String found, String hint) {
    int exitCode = photocat.run(("manifest build m " + options).split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(photocat.said()).contains(found, hint).hasLineCount(2);
    assertThat(photocat.rows("FROM manifests")).isEmpty();
  }

  @Test
  void refusesANameThatIsTakenAndAChoiceOfNothing() {
    photocat.done("manifest", "build", "m");

    assertThat(photocat.run("manifest", "build", "m")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot build manifest m: there is one of that name
            hint: choose another name, or run 'manifest drop m' first\
            """);
    assertThat(photocat.run("manifest", "build", "none", "--more-than", "99")).isEqualTo(1);
    assertThat(photocat.said()).startsWith("error: cannot build manifest none: no photo fits");
    assertThat(photocat.rows("SELECT name FROM manifests")).containsExactly("m");
    assertThat(photocat.run("manifest", "build", " ")).isEqualTo(2);
  }

  @Test
  void saysWhichStepIsMissing() {
    photocat.rows("DELETE FROM match_runs");
    assertThat(photocat.run("manifest", "build", "m")).isEqualTo(1);
    assertThat(photocat.said()).contains("has not been matched\nhint: run 'match' first");
    photocat.rows("DELETE FROM shortlist");
    photocat.run("manifest", "build", "m");
    assertThat(photocat.said()).contains("the shortlist is empty\nhint: run 'shortlist load FILE'");
    photocat.rows("DELETE FROM snapshots");
    photocat.run("manifest", "build", "m");
    assertThat(photocat.said()).contains("no snapshot\nhint: run 'ingest inat-open-data' first");
  }

  @Test
  void leavesNothingBehindWhenItFailsHalfWay() {
    photocat.rows(
        "INSERT INTO inat_photos SELECT uuid(), 900, observation_uuid, 1, 'jpg', 'CC0', 1, 1, 0"
            + " FROM inat_observations");

    int exitCode =
        photocat.run("manifest", "build", "m", "--where", "photo_id <> 900 OR error('x') IS NULL");

    assertThat(exitCode).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot use --where \"photo_id <> 900 OR error('x') IS NULL\": x\n"
                + "hint: DESCRIBE candidates; lists the columns that it may name");
    assertThat(photocat.rows("SELECT current_setting('disabled_optimizers')"))
        .containsExactly("compressed_materialization");
    assertThat(photocat.rows("SELECT 1 FROM manifest_photos UNION ALL SELECT 1 FROM manifests"))
        .isEmpty();
    photocat.done("manifest", "build", "m");
    assertThat(photocat.rows("SELECT current_setting('disabled_optimizers')"))
        .containsExactly("compressed_materialization");
  }

  @Test
  void warnsWhenTheNamesWereMatchedWithAnotherSnapshot() {
    photocat.rows("INSERT INTO snapshots SELECT 2, * EXCLUDE (snapshot_id) FROM snapshots");

    photocat.done("manifest", "build", "m");

    assertThat(photocat.said()).contains("warning: the names were matched with an older snapshot");
  }

  @Test
  void showsAndDropsAManifestButNeverUsesItsNumberAgain() {
    photocat.done("manifest", "build", "m", "--top", "2").done("manifest", "show", "m");

    assertThat(photocat.data())
        .contains(
            "name|m",
            "top|2",
            "rank_by|area",
            "license|[\"CC0\",\"CC-BY\",\"CC-BY-NC\",\"CC-BY-SA\",\"CC-BY-ND\",\"CC-BY-NC-SA\",\"CC-BY-NC-ND\",\"PD\"]",
            "photos|4",
            "photos CC-BY|2");
    List<String> first = photocat.rows("SELECT manifest_id FROM manifests");
    assertThat(photocat.done("manifest", "drop", "m", "--yes").said())
        .isEqualTo("manifest m is forgotten with its downloads; files stay where they are");
    photocat.done("manifest", "list");
    assertThat(photocat.data()).isEmpty();
    assertThat(photocat.rows("FROM manifest_photos")).isEmpty();
    photocat.done("manifest", "build", "m");
    assertThat(photocat.rows("SELECT manifest_id FROM manifests")).isNotEqualTo(first);
    assertThat(photocat.run("manifest", "drop", "x")).isEqualTo(1);
    assertThat(photocat.said()).contains("cannot find manifest x: there is none");
  }

  @Test
  void dropsNoManifestUnasked() {
    photocat.done("manifest", "build", "m", "--top", "2");

    assertThat(photocat.run("manifest", "drop", "m")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: not done unasked: this forgets manifest m of 4 photos and all that is known of its downloads and checks
            hint: --yes agrees where nobody can be asked\
            """);
    assertThat(photocat.rows("SELECT name FROM manifests")).containsExactly("m");
  }

  @Test
  void comparesTwoManifests() {
    photocat.done("manifest", "build", "before", "--top", "2");
    photocat.rows("UPDATE inat_photos SET license = 'CC0' WHERE photo_id = 103");

    photocat.done("manifest", "build", "after", "--top", "3");
    photocat.done("manifest", "compare", "before", "after");

    assertThat(photocat.data()).containsExactly("A|Apis mellifera|2|3|1|0|1|0|1");
  }

  @Test
  void comparesOwnersAndCredits() {
    photocat.done("manifest", "build", "before", "--top", "1");
    photocat.rows("UPDATE inat_observers SET name = 'Eve Adams' WHERE login = 'eve'");

    photocat.done("manifest", "build", "after", "--top", "1");
    photocat.done("manifest", "compare", "before", "after");

    assertThat(photocat.data()).containsExactly("A|Apis mellifera|1|1|0|0|0|1|1");
  }
}
