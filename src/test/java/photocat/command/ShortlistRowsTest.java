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

final class ShortlistRowsTest {
  private static final String NAMES =
      "SELECT taxon_key, source, original_name, list FROM shortlist_names ORDER BY ALL";

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
  void forget() {
    photocat.forget();
  }

  @Test
  void keepsTheSourceOfEachRow() throws IOException {
    write("list.csv", "key,name\n1,Quercus robur\n2,Apis mellifera\n");
    write(
        "lookup.csv",
        """
        source,wfo_taxon_id,original_name
        duke,1,Quercus pedunculata
        eive,1,Quercus pedunculata
        eive,2,Apis melifica
        ,2,Apis cerana
        """);
    photocat.done("shortlist", "load", "list.csv", "--no-spelling");

    assertThat(photocat.run("shortlist", "names", "lookup.csv")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: missing option: --source=SOURCE\n"
                + "hint: --source-column takes the sources from a column of the file");
    assertThat(photocat.run("shortlist", "names", "lookup.csv", "--source-column", "source"))
        .isEqualTo(3);

    assertThat(photocat.said())
        .startsWith(
            """
            lookup.csv: 3 spellings of 2 taxa (3 new), 1 row rejected
            lookup.csv: names from original_name, by source; keys from wfo_taxon_id
            """);
    assertThat(photocat.rows("SELECT reason FROM shortlist_rejects"))
        .containsExactly("it has no source");
    photocat.done("shortlist", "names", "lookup.csv", "--source-column", "Source", "--source", "x");
    assertThat(photocat.said()).startsWith("lookup.csv: 4 spellings of 2 taxa (1 new)");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "1|duke|Quercus pedunculata|null",
            "1|eive|Quercus pedunculata|null",
            "2|eive|Apis melifica|null",
            "2|x|Apis cerana|null");
  }

  @Test
  void loadsAcceptedAndOriginalNamesInOneGo() throws IOException {
    write(
        "all.csv",
        """
        wfo_taxon_id,wfo_scientific_name,source,original_name
        1,Quercus robur,duke,Quercus pedunculata
        1,Quercus robur,eive,Quercus robur
        2,Apis mellifera,,
        """);

    photocat.done("shortlist", "load", "all.csv", "--source-column", "source");

    assertThat(photocat.said())
        .isEqualTo(
            """
            all.csv: 2 taxa (2 new), 4 spellings new, 0 rows rejected
            all.csv: names from wfo_scientific_name; keys from wfo_taxon_id; spellings from\
             original_name, by source\
            """);
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "1|accepted|Quercus robur|all",
            "1|duke|Quercus pedunculata|all",
            "1|eive|Quercus robur|all",
            "2|accepted|Apis mellifera|all");
    photocat.done("shortlist", "load", "all.csv", "--source-column", "source", "--no-spelling");
    assertThat(photocat.rows(NAMES))
        .containsExactly("1|duke|Quercus pedunculata|all", "1|eive|Quercus robur|all");
  }

  @Test
  void takesTheLookupFileForAList() throws IOException {
    write("lookup.csv", "source,wfo_taxon_id,original_name\nduke,1,Quercus robur\neive,1,Q. r.\n");

    photocat.done("shortlist", "load", "lookup.csv", "--source-column", "source");

    assertThat(photocat.rows("SELECT taxon_key, scientific_name FROM shortlist"))
        .containsExactly("1|Quercus robur");
    assertThat(photocat.rows(NAMES))
        .containsExactly("1|duke|Quercus robur|lookup", "1|eive|Q. r.|lookup");
    assertThat(photocat.run("shortlist", "load", "lookup.csv", "--source-column", "origin"))
        .isEqualTo(1);
    assertThat(photocat.said()).contains("the one asked for is not among them");
  }

  @Test
  void keepsAllOtherColumnsOfAList() throws IOException {
    write(
        "list.csv",
        """
        id,genus,species,author,rank,family,,O'dd "x"
        1,Quercus,robur,L.,species,Fagaceae,here,
        2,Apis,mellifera,,, ,,"a
        b"
        """
            .replace("O'dd \"x\"", "\"O'dd \"\"x\"\"\""));
    write("plain.txt", "Mantis religiosa\n");

    photocat.done("shortlist", "load", "list.csv", "plain.txt");

    assertThat(
            photocat.rows(
                "SELECT * EXCLUDE (source, cells), cells['family'], cells['column 7'],"
                    + " cells['O''dd \"x\"'], cardinality(cells) FROM shortlist_rows ORDER BY ALL"))
        .containsExactly(
            "list|1|1|Quercus robur|Quercus robur|species|L.|Fagaceae|here|null|7",
            "list|2|2|Apis mellifera|Apis mellifera|null|null|null|null|a\nb|4",
            "plain|1|Mantis religiosa|Mantis religiosa|Mantis religiosa|null|null|null|null|null|0");
    photocat.done("run", "list-rows", "list=list", "column=family");
    assertThat(photocat.data())
        .containsExactly(
            "list|1|1|Quercus robur|null|null|Fagaceae", "list|2|2|Apis mellifera|null|null|null");
    write("list.csv", "id,name\n1,Quercus robur\n");
    photocat.done("shortlist", "load", "list.csv");
    assertThat(photocat.rows("SELECT line, cells FROM shortlist_rows WHERE list = 'list'"))
        .containsExactly("1|{id=1, name=Quercus robur}");
    photocat.done("shortlist", "clear", "--yes");
    assertThat(photocat.rows("FROM shortlist_rows")).isEmpty();
  }

  @Test
  void keepsNamesOfOneWordAndSaysWhatTheyName() throws IOException {
    photocat.rows(
        """
        INSERT INTO inat_taxa VALUES
            (47126, NULL, 70, 'kingdom', 'Plantae', true),
            (10, '47126', 20, 'genus', 'Quercus', true),
            (12, '47126', 30, 'family', 'Fagaceae', true),
            (100, '47126/10', 10, 'species', 'Quercus robur', true)
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (3, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
    write("list.csv", "name\nQuercus\nFagaceae\nQuerkus\nQuercus robur\n");

    photocat.done("shortlist", "load", "list.csv").done("match");

    assertThat(photocat.rows("SELECT original_name, reason FROM matches ORDER BY ALL"))
        .containsExactly(
            "Fagaceae|it is a family, which --rank leaves out (taxon 12)",
            "Quercus|it is a genus, which --rank leaves out (taxon 10)",
            "Quercus robur|null",
            "Querkus|it is one word, as of a genus or a higher taxon, and none is called so");
    photocat.done("match", "--rank", "genus,species");
    assertThat(photocat.rows("SELECT original_name, taxon_id FROM matches ORDER BY ALL"))
        .contains("Quercus|10", "Quercus robur|100", "Fagaceae|null");
  }

  private static void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
