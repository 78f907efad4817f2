package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.source.TestBundle;

/**
 * Rows of one photo, observation or person that contradict each other: what holds, whatever their
 * order.
 */
final class ContradictionsTest {
  private static final String UUID = "00000000-0000-0000-0000-00000000000";
  private static final String PHOTOS =
      "SELECT taxon_key, photo_id, license, login, credit FROM manifest_photos ORDER BY file_id";

  @TempDir private Path folder;
  private CommandRunner photocat;
  private List<String> taxa =
      List.of(
          "10\t\t10\tspecies\tApis mellifera\ttrue",
          "20\t\t10\tspecies\tBombus terrestris\ttrue",
          "30\t\t10\tspecies\tCarabus auratus\ttrue");
  private List<String> observations =
      List.of(
          observation(1, 10, "research"),
          observation(2, 10, "casual"),
          observation(3, 20, "research"),
          observation(4, 30, "casual"));

  @BeforeEach
  void open() throws IOException {
    photocat = new CommandRunner(folder);
    Files.writeString(
        folder.resolve("list.csv"), "key,name\nA,Apis mellifera\nB,Bombus terrestris\n");
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  void theStrictestLicenceOfAPhotoHoldsAndTheOwnerOfThatRow() throws IOException {
    List<String> photos =
        List.of(
            photo(101, 1, 1, "CC0"),
            photo(101, 1, 2, "CC-BY-NC"),
            photo(102, 1, 1, "CC-BY"),
            photo(102, 3, 2, "CC-BY-NC-ND"),
            photo(103, 1, 1, "CC-BY"),
            photo(103, 1, 1, ""),
            photo(104, 1, 1, "CC-BY"),
            photo(104, 4, 1, "ARR"),
            photo(105, 1, 2, "CC-BY"),
            photo(105, 1, 1, "CC-BY"),
            photo(106, 1, 1, "CC0"),
            photo(106, 1, 1, "CC0"),
            photo(9_000_000_000L, 1, 1, "CC-BY-SA"),
            photo(9_000_000_000L, 3, 1, "CC-BY-ND"));

    List<List<String>> built = builtInAnyOrder(photos, List.of("1\tann\tAnn", "2\tbob\t"));

    assertThat(built.get(0))
        .containsExactly(
            "A|101|CC-BY-NC|bob|(c) bob, some rights reserved (CC BY-NC)",
            "A|102|CC-BY-NC-ND|bob|(c) bob, some rights reserved (CC BY-NC-ND)",
            "A|105|CC-BY|ann|(c) Ann, some rights reserved (CC BY)",
            "A|106|CC0|ann|Ann, no rights reserved (CC0)",
            "A|9000000000|CC-BY-ND|ann|(c) Ann, some rights reserved (CC BY-ND)",
            "B|102|CC-BY-NC-ND|bob|(c) bob, some rights reserved (CC BY-NC-ND)",
            "B|9000000000|CC-BY-ND|ann|(c) Ann, some rights reserved (CC BY-ND)");
    assertThat(built).containsOnly(built.get(0));
    assertThat(ingest(photos, List.of("1\tann\t")))
        .contains("5 photos named with several licences, of which the strictest holds");
  }

  @Test
  void aNameThatIsGivenHoldsThenTheFirstInTheAlphabet() throws IOException {
    List<String> people =
        List.of("1\tann\t", "1\tann\tBea", "1\tzoe\tAnn", "1\tann\tAnn", "2\tbob\t", "2\tabe\t");

    List<List<String>> built =
        builtInAnyOrder(List.of(photo(101, 1, 1, "CC0"), photo(102, 1, 2, "CC0")), people);

    assertThat(built.get(0))
        .containsExactly(
            "A|101|CC0|ann|Ann, no rights reserved (CC0)",
            "A|102|CC0|abe|abe, no rights reserved (CC0)");
    assertThat(built).containsOnly(built.get(0));
  }

  @Test
  void aTaxonCountsOnceAndTheRowInUseHolds() throws IOException {
    taxa =
        List.of(
            "1\t\t70\tkingdom\tAnimalia\ttrue",
            "1\t\t70\tkingdom\tAnimalia\ttrue",
            "10\t1\t10\tspecies\tApis mellifera\ttrue",
            "10\t\t10\tspecies\tApis mellifera\ttrue",
            "10\t1\t10\tspecies\tBombus terrestris\tfalse",
            "10\t1\t10\tspecies\tBombus terrestris\t",
            "20\t1\t10\tspecies\tBombus terrestris\ttrue",
            "20\t2\t10\tspecies\tBombus terrestris\ttrue",
            "21\t1/20\t5\tsubspecies\tBombus terrestris x\tfalse",
            "21\t1/10\t5\tsubspecies\tBombus terrestris x\ttrue",
            "30\t\t10\tspecies\tCarabus auratus\ttrue");
    observations = List.of(observation(1, 10, "research"), observation(3, 21, "research"));
    List<List<String>> built = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      taxa = shuffled(taxa, new Random(seed));
      assertThat(
              ingest(
                  List.of(photo(101, 1, 1, "CC0"), photo(103, 3, 1, "CC0")), List.of("1\tann\t")))
          .contains("6 rows left out that contradict another of the observation or taxon");
      photocat.done("match", "--within", "Animalia");
      assertThat(photocat.rows("SELECT status, candidates, taxon_id FROM matches ORDER BY 3"))
          .containsExactly("matched|1|10", "matched|1|20");
      photocat.done("manifest", "build", "all");
      built.add(photocat.rows(PHOTOS));
      photocat.rows("DELETE FROM manifest_photos");
      photocat.rows("DELETE FROM manifests");
    }

    assertThat(built.get(0))
        .containsExactly(
            "A|101|CC0|ann|ann, no rights reserved (CC0)",
            "A|103|CC0|ann|ann, no rights reserved (CC0)");
    assertThat(built).containsOnly(built.get(0));
  }

  @Test
  void theRowOfAnObservationThatClaimsLeastHolds() throws IOException {
    taxa =
        List.of(
            "5\t\t20\tgenus\tApis\ttrue",
            "10\t5\t10\tspecies\tApis mellifera\ttrue",
            "20\t\t10\tspecies\tBombus terrestris\ttrue");
    observations =
        List.of(
            observation(1, 10, "research"),
            observation(1, 10, "needs_id"),
            observation(2, 20, "research"),
            observation(2, 10, "research"),
            observation(3, 10, "research"),
            observation(3, 5, "research"),
            observation(4, 20, "research"),
            observation(4, 20, "research"),
            UUID + "5\t1\t1.5\t2.5\t10\t20\tresearch\t2020-01-02\t\n",
            UUID + "5\t1\t1.5\t2.5\t900\t20\tresearch\t2020-01-02\t\n",
            UUID + "6\t1\t1.5\t2.5\t900\t20\tresearch\t2020-01-02\t\n",
            UUID + "6\t1\t1.5\t2.5\t\t20\tresearch\t\t0.5\n",
            UUID + "6\t2\t1.5\t\t\t\tresearch\t\t\n",
            UUID + "7\t1\t\t\t\t10\t\t\t\n",
            observation(7, 10, "research"));
    List<String> photos = new ArrayList<>();
    for (int observation = 1; observation <= 7; observation++) {
      photos.add(photo(100 + observation, observation, 1, "CC0"));
    }
    List<List<String>> kept = new ArrayList<>();
    List<List<String>> built = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      observations = shuffled(observations, new Random(seed));
      assertThat(ingest(photos, List.of("1\tann\t")))
          .contains(
              "7 rows left out that contradict another of the observation or taxon, which holds")
          .contains("7 rows could not be loaded; the table ingest_rejects says which and why")
          .contains("ingested 7 photos of 8 observations");
      kept.add(
          photocat.rows(
              "SELECT right(observation_uuid::VARCHAR, 1), taxon_id, quality_grade,"
                  + " positional_accuracy FROM inat_observations ORDER BY ALL"));
      kept.get(seed).addAll(photocat.rows("SELECT line, text, reason FROM ingest_rejects"));
      photocat.done("manifest", "build", "all");
      built.add(photocat.rows(PHOTOS));
      photocat.rows("DELETE FROM manifest_photos");
      photocat.rows("DELETE FROM manifests");
    }

    assertThat(kept.get(0))
        .startsWith(
            "1|10|needs_id|null",
            "2|10|research|null",
            "3|5|research|null",
            "4|20|research|null",
            "4|20|research|null",
            "5|20|research|900",
            "6|null|research|null",
            "7|10|null|null")
        .contains(
            "0|"
                + UUID
                + "5\t1\t1.5\t2.5\t10\t20\tresearch\t2020-01-02\t|it contradicts another row of the"
                + " observation, which claims less and holds");
    assertThat(kept).containsOnly(kept.get(0));
    assertThat(built.get(0)).hasSize(4);
    assertThat(built).containsOnly(built.get(0));
  }

  /** Two people under one licence: which one holds is settled for the photo, not for its taxon. */
  @Test
  void aPhotoOfTwoTaxaHasOneCredit() throws IOException {
    List<String> photos =
        List.of(
            photo(101, 1, 2, "CC-BY"),
            photo(101, 3, 1, "CC-BY"),
            photo(102, 1, 1, "CC-BY"),
            photo(102, 3, 2, "CC-BY"));

    List<List<String>> built = builtInAnyOrder(photos, List.of("1\tann\tAnn", "2\tbob\t"));

    assertThat(built.get(0))
        .containsExactly(
            "A|101|CC-BY|bob|(c) bob, some rights reserved (CC BY)",
            "A|102|CC-BY|ann|(c) Ann, some rights reserved (CC BY)",
            "B|101|CC-BY|bob|(c) bob, some rights reserved (CC BY)",
            "B|102|CC-BY|ann|(c) Ann, some rights reserved (CC BY)");
    assertThat(built).containsOnly(built.get(0));
  }

  @Test
  void aLicenceThatIsNotAskedForIsNotChosenByItsLaxerRow() throws IOException {
    ingest(
        List.of(photo(101, 1, 1, "CC0"), photo(101, 2, 1, "CC-BY-NC"), photo(102, 1, 1, "CC0")),
        List.of("1\tann\t"));

    photocat.done("manifest", "build", "free", "--license", "CC0,CC-BY");
    photocat.done("manifest", "build", "where", "--where", "license = 'CC0'");

    assertThat(photocat.rows("SELECT photo_id FROM manifest_photos")).containsExactly("102", "102");
  }

  @Test
  void rowsThatCameInOtherwiseAreLookedThroughToo() throws IOException {
    ingest(List.of(photo(101, 1, 1, "CC0")), List.of("1\tann\t"));
    photocat.rows("INSERT INTO inat_photos SELECT * REPLACE ('CC-BY' AS license) FROM inat_photos");

    photocat.done("manifest", "build", "all");

    assertThat(photocat.rows("SELECT license FROM manifest_photos")).containsExactly("CC-BY");
    assertThat(photocat.rows("SELECT DISTINCT license FROM candidates")).containsExactly("CC-BY");
  }

  /** Returns what manifests hold that were built of the same rows in several orders. */
  private List<List<String>> builtInAnyOrder(List<String> photos, List<String> people)
      throws IOException {
    List<List<String>> built = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      ingest(shuffled(photos, random), shuffled(people, random));
      photocat.done("manifest", "build", "all");
      built.add(photocat.rows(PHOTOS));
      photocat.rows("DELETE FROM manifest_photos");
      photocat.rows("DELETE FROM manifests");
    }
    return built;
  }

  /** Returns what the ingest says. */
  private String ingest(List<String> photos, List<String> people) throws IOException {
    TestBundle bundle =
        TestBundle.fourTables()
            .with(
                TestBundle.FOLDER + "taxa.csv",
                "taxon_id\tancestry\trank_level\trank\tname\tactive\n"
                    + String.join("\n", taxa)
                    + "\n")
            .with(
                TestBundle.FOLDER + "observations.csv",
                TestBundle.OBSERVATIONS.lines().findFirst().orElseThrow()
                    + "\n"
                    + String.join("", observations))
            .with(
                TestBundle.FOLDER + "observers.csv",
                "observer_id\tlogin\tname\n" + String.join("\n", people) + "\n")
            .with(
                TestBundle.FOLDER + "photos.csv",
                TestBundle.PHOTOS.lines().findFirst().orElseThrow()
                    + "\n"
                    + String.join("\n", photos)
                    + "\n");
    Files.write(folder.resolve("bundle.tar"), bundle.tar());
    assertThat(photocat.run("ingest", "inat-open-data", "--from", "bundle.tar")).isIn(0, 3);
    String said = photocat.said();
    photocat.done("shortlist", "load", "list.csv").done("match");
    return said;
  }

  private static List<String> shuffled(List<String> rows, Random random) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static String observation(int number, int taxon, String grade) {
    return UUID + number + "\t1\t\t\t\t" + taxon + "\t" + grade + "\t\t\n";
  }

  private static String photo(long id, int observation, int owner, String license) {
    return String.join(
        "\t",
        UUID + "9",
        String.valueOf(id),
        UUID + observation,
        String.valueOf(owner),
        "jpg",
        license,
        "2048",
        "1536",
        "0");
  }
}
