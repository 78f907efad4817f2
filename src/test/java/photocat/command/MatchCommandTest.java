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

final class MatchCommandTest {
  private static final String ENDED =
      "SELECT original_name, status, method, taxon_id FROM matches ORDER BY ALL";

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
  void fill() {
    photocat.forget();
    photocat.rows(
        """
        INSERT INTO inat_taxa VALUES
            (48460, NULL, 100, 'stateofmatter', 'Life', true),
            (47126, '48460', 70, 'kingdom', 'Plantae', true),
            (1, '48460', 70, 'kingdom', 'Animalia', true),
            (10, '48460/47126', 20, 'genus', 'Quercus', true),
            (11, '48460/47126/10', 15, 'subgenus', 'Quercus', true),
            (100, '48460/47126/10', 10, 'species', 'Quercus robur', true),
            (101, '48460/47126/10/100', 5, 'subspecies', 'Quercus robur pedunculiflora', true),
            (102, '48460/47126/10/100', 5, 'variety', 'Quercus robur fastigiata', true),
            (103, '48460/47126', 10, 'hybrid', 'Salix × fragilis', true),
            (200, '48460/47126', 10, 'species', 'Morus alba', true),
            (201, '48460/1', 10, 'species', 'Morus alba', true),
            (300, '48460/1', 10, 'species', 'Retired one', false),
            (301, '48460/1', 10, 'species', 'Doubled', false),
            (302, '48460/1', 10, 'species', 'Doubled', true)
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (3, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
  }

  @ParameterizedTest
  @CsvSource({
    "QUERCUS robur, matched, exact, 100",
    "'  Quercus robur ', matched, exact, 100",
    "'Quercus robur L.', matched, canonical, 100",
    "Morus alba, ambiguous, exact, null",
    "'Morus alba L., 1753', ambiguous, canonical, null",
    "Quercus cf. robur, unmatched, null, null",
    "Quercus robur subsp. pedunculiflora, unmatched, null, null",
    "Salix x fragilis, unmatched, null, null",
    "Retired one, unmatched, null, null",
    "Doubled, matched, exact, 302",
    "Bellis perennis, unmatched, null, null"
  })
  void endsEverySpelling(String name, String status, String method, String taxon)
      throws IOException {
    load(name);

    photocat.done("match");

    assertThat(photocat.rows(ENDED))
        .containsExactly(String.join("|", name.replace("''", "'"), status, method, taxon));
  }

  @ParameterizedTest
  @CsvSource({
    "Quercus robur subsp. pedunculiflora (K.Koch) Menitsky, 101",
    "Quercus robur pedunculiflora, 101",
    "Quercus robur var. fastigiata, 102",
    "Salix x fragilis L., 103",
    "Salix ×fragilis, 103",
    "Quercus robur f. fastigiata, null",
    "Quercus, null"
  })
  void fitsNamesOfOtherRanksWhenAskedTo(String name, String taxon) throws IOException {
    load(name);

    photocat.done("match", "--rank", "any");

    assertThat(photocat.rows("SELECT taxon_id FROM matches")).containsExactly(taxon);
  }

  @Test
  void keepsTheTaxaThatFitAnAmbiguousSpelling() throws IOException {
    load("Morus alba", "Quercus robur", "Nobody");

    photocat.done("match");

    assertThat(photocat.said())
        .startsWith("3 spellings: 1 matched, 1 ambiguous, 1 unmatched; 1 of 3 taxa reached\n");
    assertThat(photocat.rows("SELECT original_name, taxon_id FROM match_candidates ORDER BY ALL"))
        .containsExactly("Morus alba|200", "Morus alba|201");
  }

  @Test
  void tellsHomonymsOfTwoKingdomsApart() throws IOException {
    load("Morus alba");

    photocat.done("match", "--within", "plantae");
    assertThat(photocat.rows(ENDED)).containsExactly("Morus alba|matched|exact|200");
    photocat.done("match", "--within", "1");
    assertThat(photocat.rows(ENDED)).containsExactly("Morus alba|matched|exact|201");
  }

  @Test
  void refusesAnAncestorThatIsUnknownOrNotOne() throws IOException {
    load("Morus alba");

    assertThat(photocat.run("match", "--within", "Quercus")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot match within "Quercus": 2 taxa are called so
            hint: give a number: 10 is a genus, 11 is a subgenus""");
    assertThat(photocat.run("match", "--within", "99")).isEqualTo(2);
    assertThat(photocat.said())
        .startsWith("error: cannot match within \"99\": no taxon is called so");
    assertThat(photocat.run("match", "--rank", "spezies")).isEqualTo(2);
    assertThat(photocat.said()).contains("hint: ranks are any, genus, hybrid, kingdom");
  }

  @Test
  void allowsOnlyEqualityAndOverridesWhenExact() throws IOException {
    load("Quercus robur L.", "Quercus robur", "Oak");
    photocat.done("override", "add", "oak", "quercus ROBUR");

    photocat.done("match", "--exact");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Oak|matched|override|100",
            "Quercus robur|matched|exact|100",
            "Quercus robur L.|unmatched|null|null");
  }

  @Test
  void obeysOverridesBeforeAllElse() throws IOException {
    load("Quercus robur", "Morus alba", "Oak", "Bellis");
    photocat.done("override", "add", "Quercus robur", "300");
    photocat.done("override", "add", "morus alba", "200.0");
    photocat.done("override", "add", "Oak", "Quercus robur L.");
    photocat.rows("INSERT INTO name_overrides VALUES ('Bellis', 'Nowhere', now())");

    photocat.done("match");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Bellis|unmatched|null|null",
            "Morus alba|matched|override|200",
            "Oak|matched|override|100",
            "Quercus robur|matched|override|300");
  }

  @Test
  void refusesOverridesToTaxaThatDoNotExist() throws IOException {
    Files.writeString(
        folder.resolve("o.csv"),
        "from_name,to_name\nA,999\nB,Nowhere\nC,Quercus robur L.\nD,Salix x fragilis\nE,0300\n");

    assertThat(photocat.run("override", "add", "A", "Nowhere alba")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot add the override "A" to "Nowhere alba": no taxon is called so, or has that number
            hint: give a scientific name of iNaturalist's, or the number of a taxon\
            """);
    assertThat(photocat.run("override", "load", "o.csv")).isEqualTo(3);
    assertThat(photocat.rows("SELECT from_name FROM name_overrides ORDER BY ALL"))
        .containsExactly("C", "D", "E");
    assertThat(photocat.rows("SELECT text FROM shortlist_rejects ORDER BY ALL"))
        .containsExactly("A: 999", "B: Nowhere");
    photocat.rows("DELETE FROM inat_taxa");
    photocat.done("override", "add", "A", "Nowhere alba");
  }

  @Test
  void followsOverridesToWhereTheyLeadWhateverTheirOrder() throws IOException {
    load("A", "B", "Quercus robur", "E");
    for (String rows : List.of("A,B\nB,Quercus robur\n", "B,Quercus robur\nA,B\n")) {
      Files.writeString(folder.resolve("o.csv"), "from_name,to_name\n" + rows);
      photocat.rows("DELETE FROM name_overrides");

      photocat.done("override", "load", "o.csv");
      photocat.done("override", "add", "e", "a").done("override", "add", "quercus robur", "300");
      photocat.done("match");

      assertThat(photocat.rows(ENDED))
          .containsExactly(
              "A|matched|override|300",
              "B|matched|override|300",
              "E|matched|override|300",
              "Quercus robur|matched|override|300");
    }
  }

  @Test
  void refusesOverridesThatLeadInACircle() throws IOException {
    photocat.done("override", "add", "A", "Quercus robur");
    Files.writeString(
        folder.resolve("o.csv"),
        "from_name,to_name\nB,C\nC,b\nD,Nowhere\nE,d\nF,a\n,Quercus robur\nG,\nH,h\n");

    assertThat(photocat.run("override", "load", "o.csv")).isEqualTo(3);

    assertThat(photocat.said()).startsWith("o.csv: 1 override, 7 rows rejected");
    assertThat(photocat.rows("SELECT line, reason FROM shortlist_rejects ORDER BY ALL"))
        .containsExactly(
            "1|it leads in a circle: B to C to b",
            "2|it leads in a circle: C to b to C",
            "3|no taxon is called so, or has that number",
            "4|no taxon is called so, or has that number",
            "6|from_name is blank",
            "7|to_name is blank",
            "8|no taxon is called so, or has that number");
    assertThat(photocat.run("override", "add", "Quercus robur", "F")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot add the override "Quercus robur" to "F": it leads in a circle: Quercus robur to F to a to Quercus robur
            hint: 'override list' shows them all, 'override remove' takes one back\
            """);
    photocat.done("override", "add", "Quercus robur", "QUERCUS ROBUR");
  }

  @Test
  void loadsOverridesFromASheet() throws IOException {
    TestWorkbook.xlsx(
            "Readme",
            TestWorkbook.row("name"),
            "Fixes",
            TestWorkbook.row("from_name", "to_name") + TestWorkbook.row("Oak", "Quercus robur"))
        .write(folder.resolve("o.xlsx"));

    photocat.done("override", "load", "o.xlsx", "--sheet", "fixes");

    assertThat(photocat.rows("SELECT from_name, to_name FROM name_overrides"))
        .containsExactly("Oak|Quercus robur");
    assertThat(photocat.run("override", "load", "o.xlsx", "--table", "x")).isEqualTo(1);
    assertThat(photocat.said()).contains("it is no SQLite database");
  }

  @Test
  void takesARetiredNameWhereNoneInUseFits() throws IOException {
    load("Retired one", "Doubled");

    photocat.done("match", "--include-inactive");

    assertThat(photocat.rows(ENDED))
        .containsExactly("Doubled|matched|exact|302", "Retired one|matched|exact|300");
  }

  @Test
  void replacesTheMatchesBeforeAndRecordsTheRun() throws IOException {
    load("Morus alba");

    photocat.done("match").done("match", "--within", "Plantae");

    assertThat(photocat.rows(ENDED)).hasSize(1);
    assertThat(photocat.rows("SELECT * FROM match_candidates")).isEmpty();
    assertThat(photocat.rows("SELECT definition, snapshot_id FROM match_runs"))
        .containsExactly(
            "{\"sources\":[\"inat-open-data\"],\"within\":null,\"ranks\":[\"species\"],\"include_inactive\":false,\"exact\":false,\"names_only\":false}|3",
            "{\"sources\":[\"inat-open-data\"],\"within\":\"Plantae\",\"ranks\":[\"species\"],\"include_inactive\":false,\"exact\":false,\"names_only\":false}|3");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(photocat.run("match")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot match names: the shortlist is empty
            hint: run 'shortlist load FILE' first""");
    Files.writeString(folder.resolve("list.txt"), "Morus alba\n");
    photocat.done("shortlist", "load", "list.txt", "--no-spelling").run("match");
    assertThat(photocat.said()).contains("the shortlist has no spellings", "shortlist names FILE");
    photocat.rows("DELETE FROM inat_taxa");
    assertThat(photocat.run("match")).isEqualTo(1);
    assertThat(photocat.said()).contains("the catalogue holds no taxa", "ingest inat-open-data");
  }

  @Test
  void neverTakesTwoWordsForAGenus() throws IOException {
    load("Quercus Roburr", "Quercus Pubescens Willd.", "Quercus Robur", "Quercus", "Quercus L.");

    photocat.done("match", "--rank", "genus,species");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Quercus|matched|exact|10",
            "Quercus L.|matched|canonical|10",
            "Quercus Pubescens Willd.|unmatched|null|null",
            "Quercus Robur|matched|exact|100",
            "Quercus Roburr|unmatched|null|null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quercus | it is a genus, which --rank leaves out (taxon 10)",
        "Quercus robur subsp. pedunculiflora | it is a subspecies, which --rank leaves out (taxon 101)",
        "Quercus robur f. fastigiata | it says form, the taxon of that name is a variety (taxon 102)",
        "Salix fragilis | it is a hybrid, Salix × fragilis, which --rank leaves out (taxon 103)",
        "Salix x fragilis L. | it is a hybrid, which --rank leaves out (taxon 103)",
        "Retired one | it has been retired (taxon 300); --include-inactive takes it",
        "Quercus cf. robur | it says cf., so it may be another taxon",
        "Quercus Roburr | no taxon is called so, but others of the genus Quercus are there",
        "Bellis perennis | no taxon is called so",
        "the oak in the yard | it is not understood as a scientific name",
        "Oak | its override leads to 999, which no taxon is"
      })
  void saysWhyNothingFits(String name, String reason) throws IOException {
    photocat.rows("INSERT INTO name_overrides VALUES ('Oak', '999', now())");
    load(name);

    photocat.done("match");

    assertThat(photocat.rows("SELECT status, reason FROM matches"))
        .containsExactly("unmatched|" + reason);
  }

  @Test
  void saysThatANameIsOfAnotherKingdomOrOnlyLike() throws IOException {
    load("Morus alba L.");
    photocat.rows("DELETE FROM inat_taxa WHERE taxon_id = 200");

    photocat.done("match", "--within", "Plantae");
    assertThat(photocat.rows("SELECT reason FROM matches"))
        .containsExactly("it is in Animalia, which --within leaves out (taxon 201)");
    photocat.done("match", "--exact");
    assertThat(photocat.rows("SELECT reason FROM matches"))
        .containsExactly(
            "it fits Morus alba without authorship, which --exact leaves out (taxon 201)");
  }

  @Test
  void tellsOfEntriesAndTaxaThatDoNotPairUp() throws IOException {
    Files.writeString(
        folder.resolve("list.csv"),
        "key,name\n7,Quercus robur\n7,Morus nigra\n8,QUERCUS ROBUR L.\n9,Quercus_robur\n");
    photocat.rows("INSERT INTO inat_taxa VALUES (202, '1', 10, 'species', 'Morus nigra', true)");
    photocat.done("shortlist", "load", "list.csv").done("match");

    assertThat(photocat.said())
        .contains(
            "warning: spellings of 1 entry reach several taxa; 'run several-taxa' lists them",
            "warning: 1 taxon is reached by several entries; 'run shared-taxa' lists them");
    photocat.done("run", "several-taxa");
    assertThat(photocat.data())
        .containsExactly(
            "7|Quercus robur|accepted|Quercus robur|100|Quercus robur|inat-open-data",
            "7|Quercus robur|accepted|Morus nigra|202|Morus nigra|inat-open-data");
    photocat.done("run", "shared-taxa");
    assertThat(photocat.data())
        .containsExactly(
            "100|Quercus robur|7|Quercus robur|accepted|Quercus robur|inat-open-data",
            "100|Quercus robur|8|QUERCUS ROBUR L.|accepted|QUERCUS ROBUR L.|inat-open-data",
            "100|Quercus robur|9|Quercus_robur|accepted|Quercus_robur|inat-open-data");
  }

  @Test
  void takesSeveralRanks() throws IOException {
    load("Salix × fragilis", "Quercus robur", "Quercus robur var. fastigiata");

    photocat.done("match", "--rank", "hybrid,variety");

    assertThat(photocat.rows("SELECT taxon_id FROM matches ORDER BY 1"))
        .containsExactly("102", "103", "null");
  }

  private void load(String... names) throws IOException {
    Files.writeString(folder.resolve("list.txt"), String.join("\n", names));
    photocat.done("shortlist", "load", "list.txt");
  }
}
