package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static photocat.command.TestWorkbook.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which row of a list is its header, and what stands above, before and below it. */
final class ShortlistHeaderTest {
  private static final String ENTRIES =
      "SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL";
  private static final String REJECTS = "SELECT line, reason FROM shortlist_rejects ORDER BY line";
  private static final String R = "; the column before the header's first has the row names of R";

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
  void takesTheRowWithMostKnownWordsOfAWorkbook() throws IOException {
    TestWorkbook.xlsx(
            "s",
            row("Moths of the year")
                + row("Species", "", "", "Place")
                + row("TaxonID", "Genus", "Species", "Site")
                + row("7", "Apis", "mellifera", "species, genus"))
        .write(folder.resolve("list.xlsx"));

    photocat.done("shortlist", "load", "list.xlsx");

    assertThat(photocat.said())
        .endsWith(
            "\nlist.xlsx: names from Genus + Species; keys from TaxonID; the header is row 3");
    assertThat(photocat.rows(ENTRIES)).containsExactly("7|Apis mellifera");
    assertThat(photocat.rows("SELECT line, cells['Site'] FROM shortlist_rows"))
        .containsExactly("1|species, genus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Species,,,Place\nid,genus,species,site\n7,Apis,mellifera,x\n",
        "Moths of the year\n\nid;genus;species\n7;Apis;mellifera\n"
      })
  void takesTheRowWithMostKnownWordsOfText(String content) throws IOException {
    write("list.csv", content);

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .contains("list.csv: names from genus + species; keys from id; the header is row ");
    assertThat(photocat.rows(ENTRIES)).containsExactly("7|Apis mellifera");
  }

  @Test
  void takesTheRowThatHasTheColumnsAskedFor() throws IOException {
    write("list.csv", "Species list,of 2022,\n\nArt,Navn,Species\nApis mellifera,bi,x\n");

    photocat.done("shortlist", "load", "list.csv", "--name", "art");

    assertThat(photocat.said()).endsWith("\nlist.csv: names from Art; the header is row 3");
    assertThat(photocat.rows("SELECT line, original_name FROM shortlist_rows"))
        .containsExactly("1|Apis mellifera");
  }

  @Test
  void takesNoRowOfTheListForItsHeader() throws IOException {
    write("list.csv", "Latin,Rang,x\nApis mellifera,species,genus\nBellis,genus,\n");
    TestWorkbook.xlsx("s", row("Latin", "Rang") + row("Apis mellifera", "species"))
        .write(folder.resolve("sheet.xlsx"));

    photocat.done("shortlist", "load", "list.csv", "sheet.xlsx");

    assertThat(photocat.said()).doesNotContain("the header is");
    assertThat(photocat.rows("SELECT list, original_name FROM shortlist_rows ORDER BY ALL"))
        .containsExactly("list|Apis mellifera", "list|Bellis", "sheet|Apis mellifera");
  }

  @Test
  void takesNoRanksForAHeader() throws IOException {
    write(
        "list.csv",
        "search_species,rank,family,status\n"
            + "Apis mellifera,SPECIES,-,accepted\n".repeat(4)
            + "Apis melifica,SPECIES,-,SYNONYM\n"
            + "Apis x,-,-,-\n".repeat(16));

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(1);

    assertThat(photocat.said())
        .contains("its columns are search_species, rank, family, status, none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name\tfamily\n1\tQuercus robur\tFagaceae\n2\tApis mellifera\tApidae\n",
        "\"name\",\"family\"\n\"a\",\"Quercus robur\",\"Fagaceae\"\n\"b\",\"Apis mellifera\",NA\n",
        "\"name\" \"n\"\n\"1\" \"Quercus robur\" 3\n\"2\" \"Apis mellifera\" 5\n",
        "\"name\"\n\"1\" \"Quercus robur\"\n\"2\" \"Apis mellifera\"\n",
        "name\n1,Quercus robur\n2,Apis mellifera\n"
      })
  void understandsTheRowNamesOfR(String content) throws IOException {
    write("r.txt", content);

    photocat.done("shortlist", "load", "r.txt");

    assertThat(photocat.said()).endsWith("\nr.txt: names from name" + R);
    assertThat(photocat.rows("SELECT scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("Apis mellifera", "Quercus robur");
    assertThat(photocat.rows("SELECT count(*) FROM shortlist_rows WHERE cells['column 1'] <> ''"))
        .containsExactly("2");
  }

  @Test
  void readsTablesOfRWithoutRowNames() throws IOException {
    write("r.txt", "\"id\" \"name\"\n1 \"Quercus robur\"\n2 \"Apis mellifera\"\n");

    photocat.done("shortlist", "load", "r.txt");

    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Quercus robur", "2|Apis mellifera");
  }

  @Test
  void tellsOfRowsThatAreLongerThanTheHeader() throws IOException {
    write(
        "list.csv",
        "id,name\n1,Apis mellifera,,\n2,Bellis perennis, L.\n3,Mantis religiosa\n4,Apis,x\n");
    write("all.csv", "id,name\n1,Apis mellifera Linnaeus, 1758\n2,Apis cerana Fabricius, 1793\n");
    write("end.csv", "id,name\n1,Apis mellifera,\n2,Apis cerana,\n");

    photocat.done("shortlist", "load", "list.csv");
    assertThat(photocat.said())
        .endsWith(
            "\nwarning: 2 rows have more cells than the header, row 2 first; a delimiter without"
                + " quotes may have moved what follows it");
    photocat.forget();
    photocat.done("shortlist", "load", "all.csv");
    assertThat(photocat.said()).contains("warning: 2 rows have more cells").doesNotContain(R);
    assertThat(photocat.rows(ENTRIES))
        .containsExactly("1|Apis mellifera Linnaeus", "2|Apis cerana Fabricius");
    photocat.forget();
    photocat.done("shortlist", "load", "end.csv");
    assertThat(photocat.said()).doesNotContain("warning").doesNotContain(R);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key,genus,species,height\n(id),(text),(text),cm\n1,Apis,mellifera,2\n",
        "key,name\n#,<chr>\n1,Apis mellifera\n",
        "key,name\nint,varchar\n1,Apis mellifera\n",
        "key,name\nID,Scientific name\n1,Apis mellifera\n",
        "key,name\n,[latin binomial]\n1,Apis mellifera\n"
      })
  void takesNoUnitsForNames(String content) throws IOException {
    write("list.csv", content);

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(3);

    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Apis mellifera");
    assertThat(photocat.rows(REJECTS))
        .containsExactly("1|it says what the column holds, and is no name");
  }

  private static void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
