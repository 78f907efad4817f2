package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortlistCommandTest {
  private static final String TAXA =
      "SELECT taxon_key, scientific_name, slug FROM shortlist ORDER BY ALL";
  private static final String NAMES =
      "SELECT DISTINCT taxon_key, source, original_name FROM shortlist_names ORDER BY ALL";
  private static final String REJECTS =
      "SELECT line, text, reason FROM shortlist_rejects ORDER BY ALL";

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
  void takesATableOfNamesWithoutKeys() throws IOException {
    write("species.csv", "name,start_id\nApis mellifera,0\nMantis religiosa,0\n");

    photocat.done("shortlist", "load", "species.csv");

    assertThat(photocat.said())
        .isEqualTo(
            """
            species.csv: 2 taxa (2 new), 2 spellings new, 0 rows rejected
            species.csv: names from name\
            """);
    assertThat(photocat.rows(TAXA))
        .containsExactly(
            "Apis mellifera|Apis mellifera|apis_mellifera",
            "Mantis religiosa|Mantis religiosa|mantis_religiosa");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "Apis mellifera|accepted|Apis mellifera", "Mantis religiosa|accepted|Mantis religiosa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wfo_taxon_id,wfo_scientific_name,rank\nw1,Apis mellifera,x\n",
        "\uFEFF\"wfo_taxon_id\",\"wfo_scientific_name\"\r\n\"w1\",\"Apis mellifera\"\r\n",
        "rank;Scientific Name;Taxon Key\nx;Apis mellifera; w1 ",
        "taxonID\tscientificName\nw1\tApis mellifera\n"
      })
  void findsTheColumnsOfATable(String content) throws IOException {
    write("list.any", content);

    photocat.done("shortlist", "load", "list.any");

    assertThat(photocat.rows(TAXA)).containsExactly("w1|Apis mellifera|apis_mellifera");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list.txt", "list.csv", "list"})
  void takesAPlainList(String file) throws IOException {
    write(file, "Apis mellifera\nMantis religiosa\r\n");

    photocat.done("shortlist", "load", file);

    assertThat(photocat.rows("SELECT taxon_key FROM shortlist ORDER BY ALL"))
        .containsExactly("Apis mellifera", "Mantis religiosa");
  }

  @Test
  void takesCommasInAPlainListForPartsOfNames() throws IOException {
    write("list.txt", "Apis mellifera Linnaeus, 1758\n\"Bob\" alba\n");

    photocat.done("shortlist", "load", "list.txt");

    assertThat(photocat.rows("SELECT scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("\"Bob\" alba", "Apis mellifera Linnaeus, 1758");
  }

  @Test
  void keepsEveryNameAsItStands() throws IOException {
    String odd = "O'Hara \"x\" 🌿/..\\\n; DROP TABLE shortlist;\t" + "long".repeat(75);
    write("list.csv", "key,name\n1,\"" + odd.replace("\"", "\"\"") + "\"\n2,  Apis  \n");

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.rows("SELECT scientific_name FROM shortlist ORDER BY taxon_key"))
        .containsExactly(odd, "  Apis  ");
    assertThat(photocat.rows("SELECT original_name FROM shortlist_names ORDER BY taxon_key"))
        .containsExactly(odd, "  Apis  ");
    assertThat(photocat.rows("SELECT max(length(slug)) FROM shortlist")).containsExactly("80");
  }

  @Test
  void readsParquetWhateverItsFileIsCalled() throws IOException {
    Path file = Files.createDirectories(folder.resolve("k=v [1]*")).resolve("a?[b].list");
    photocat.rows(
        "COPY (SELECT 7 AS wfo_taxon_id, 'Apis mellifera' AS wfo_scientific_name, 'x' AS"
            + " \"o\"\"dd\" UNION ALL SELECT NULL, 'Mantis', 'y') TO '"
            + folder.resolve("plain.parquet")
            + "'");
    Files.move(folder.resolve("plain.parquet"), file);

    photocat.done("shortlist", "load", file.toString());
    assertThat(photocat.said()).endsWith(": no key at 1 name, whose key is the name");
    partial("shortlist", "names", file.toString(), "--source", "odd", "--name", "o\"dd");

    assertThat(photocat.rows(TAXA))
        .containsExactly("7|Apis mellifera|apis_mellifera", "Mantis|Mantis|mantis");
    assertThat(photocat.rows(NAMES))
        .containsExactly("7|accepted|Apis mellifera", "7|odd|x", "Mantis|accepted|Mantis");
    assertThat(photocat.rows(REJECTS)).containsExactly("2|: y|it has no key");
  }

  @Test
  void changesNothingWhenAFileIsLoadedAgain() throws IOException {
    write("list.csv", "key,name\n1,Apis mellifera\n1,Apis mellifica\n1,Apis mellifera\nx,\n");

    partial("shortlist", "load", "list.csv");
    partial("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .startsWith("list.csv: 1 taxon (0 new), 0 spellings new, 1 row rejected");
    assertThat(photocat.rows(TAXA)).containsExactly("1|Apis mellifera|apis_mellifera");
    assertThat(photocat.rows(NAMES))
        .containsExactly("1|accepted|Apis mellifera", "1|accepted|Apis mellifica");
    assertThat(photocat.rows(REJECTS)).containsExactly("4|x: |the name is blank");
  }

  @Test
  void takesPlaceholdersForNoKeys() throws IOException {
    write(
        "list.csv",
        """
        taxon_key,name
        -1,Apis mellifera
        -1.0,Apis cerana
        NA,Bombus terrestris
        ,Mantis religiosa
        11.0,Bellis perennis
        11,Bellis
        """);

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .isEqualTo(
            """
            list.csv: 5 taxa (5 new), 6 spellings new, 0 rows rejected
            list.csv: names from name; keys from taxon_key
            list.csv: no key at 4 names, whose key is the name\
            """);
    assertThat(photocat.rows("SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly(
            "11|Bellis perennis",
            "Apis cerana|Apis cerana",
            "Apis mellifera|Apis mellifera",
            "Bombus terrestris|Bombus terrestris",
            "Mantis religiosa|Mantis religiosa");
  }

  @Test
  void keepsTheSlugOfATaxonWhateverIsLoadedLater() throws IOException {
    write("a.csv", "key,name\n5,Apis mellifera\n");
    write("b.csv", "key,name\n1,Apis  MELLIFERA\n5,Renamed\n2,apis_mellifera\n");

    photocat.done("shortlist", "load", "a.csv", "b.csv").done("shortlist", "load", "b.csv");

    assertThat(photocat.rows("SELECT slug FROM shortlist WHERE taxon_key = '5'"))
        .containsExactly("apis_mellifera");
    assertThat(photocat.rows("SELECT count(*), count(DISTINCT slug) FROM shortlist"))
        .containsExactly("3|3");
  }

  @Test
  void takesNoSpellingFromTheAcceptedNamesWhenToldSo() throws IOException {
    write("list.csv", "key,name\n1,Apis mellifera\n1,Apis mellifica\n");
    write("duke.csv", "wfo_taxon_id,wfo_original_name\n1,Apis melifera\n1,\n9,Stranger\n");

    partial("shortlist", "load", "list.csv", "--no-spelling");
    assertThat(photocat.rows(REJECTS))
        .containsExactly("2|1: Apis mellifica|the key has another accepted name");
    partial("shortlist", "names", "duke.csv", "--source", "duke");

    assertThat(photocat.said())
        .isEqualTo(
            """
            duke.csv: 2 spellings of 2 taxa (2 new), 1 row rejected
            duke.csv: names from wfo_original_name; keys from wfo_taxon_id
            warning: 1 row could not be used; the table shortlist_rejects says why
            warning: 1 key is not in the shortlist; their names are kept but not matched\
            """);
    assertThat(photocat.rows(NAMES)).containsExactly("1|duke|Apis melifera", "9|duke|Stranger");
  }

  @Test
  void saysWhichColumnsItFoundWhenItCannotTell() throws IOException {
    write("list.csv", "nom,auteur\nApis mellifera,L.\n");
    write("names.csv", "name\nApis mellifera\n");

    int exitCode = photocat.run("shortlist", "load", "list.csv");

    assertThat(exitCode).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot read %s: its columns are nom, auteur, none of them is known to hold names\n"
                    .formatted(folder.resolve("list.csv"))
                + "hint: name the columns with --key COLUMN and --name COLUMN, or say --no-header");
    photocat.run("shortlist", "load", "list.csv", "--name", "nome");
    assertThat(photocat.said()).contains("nom, auteur, the one asked for is not among them");
    photocat.run("shortlist", "names", "names.csv", "--source", "s");
    assertThat(photocat.said()).contains("no two of them are known to hold a key and a name");
    photocat.done("shortlist", "load", "list.csv", "--name", "NOM", "--key", "auteur");
    assertThat(photocat.rows(TAXA)).containsExactly("L.|Apis mellifera|apis_mellifera");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name\n", "name\n \n\u00a0\n"})
  void refusesAFileWithoutNames(String content) throws IOException {
    write("list.csv", content);

    int exitCode = photocat.run("shortlist", "load", "list.csv");

    assertThat(exitCode).isEqualTo(1);
    assertThat(photocat.said())
        .startsWith("error: cannot load %s: it holds no name".formatted(folder.resolve("list.csv")))
        .contains("hint: ");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Files.write(
        folder.resolve("latin.csv"), "name\nIsoëtes\n".getBytes(StandardCharsets.ISO_8859_1));
    write("open.csv", "name,x\n\"Apis,0\nMantis,1\n");

    photocat.run("shortlist", "load", "latin.csv");
    assertThat(photocat.said()).contains("latin.csv: it is not UTF-8 text\nhint: save it as UTF-8");
    photocat.run("shortlist", "load", "open.csv");
    assertThat(photocat.said()).contains("open.csv: the quote that opens in line 2 is not closed");
    photocat.run("shortlist", "load", "none.csv");
    assertThat(photocat.said()).contains("none.csv: there is no such file");
    photocat.run("shortlist", "load", ".");
    assertThat(photocat.said()).endsWith(": it is a folder");
  }

  @Test
  void endsWithOneLineWhereAFileHasNoEndInSight() throws IOException {
    String names = "Apis mellifera\n".repeat(10);
    write("open.csv", "name,x\n" + "\"Apis\n" + "Mantis,1\n".repeat(20_000));
    write("cell.csv", "name,x\nApis,0\n" + "a".repeat(70_000) + ",1\n");
    write("line.csv", "name,x\nApis" + ("," + "a".repeat(60_000)).repeat(20) + "\n");
    write("cells.csv", "name,x\nApis" + ",".repeat(20_000) + "\n");
    write("list.txt", names + "a".repeat(70_000));
    write("o.csv", "from_name,to_name\na,b\nc," + "d".repeat(70_000));

    for (String[] wrong :
        new String[][] {
          {"open.csv", "the quote that opens in line 2 is not closed within 64 KB"},
          {"cell.csv", "a cell of line 3 is longer than 64 KB"},
          {"line.csv", "line 2 is longer than 1 MB"},
          {"cells.csv", "line 2 has more than 16,384 cells"},
          {"list.txt", "a cell of line 11 is longer than 64 KB"}
        }) {
      assertThat(photocat.run("shortlist", "load", wrong[0])).isEqualTo(1);
      assertThat(photocat.said())
          .isEqualTo("error: cannot read %s: %s".formatted(folder.resolve(wrong[0]), wrong[1]));
    }
    assertThat(photocat.run("override", "load", "o.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("o.csv: a cell of line 3 is longer than 64 KB");
    assertThat(photocat.rows("FROM shortlist")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsWithOneLineAtADeviceWithoutAnEnd() {
    for (String[] words :
        new String[][] {
          {"shortlist", "load", "/dev/zero"},
          {"shortlist", "names", "/dev/zero", "--source", "s"},
          {"override", "load", "/dev/zero"}
        }) {
      assertThat(photocat.run(words)).isEqualTo(1);
      assertThat(photocat.said()).startsWith("error: cannot read /dev/zero: ").hasLineCount(1);
    }
  }

  @Test
  void takesAListOfManyPages() throws IOException {
    StringBuilder list = new StringBuilder("key,name\n");
    for (int i = 0; i < 45_000; i++) {
      list.append(i).append(",Apis ").append(i).append('\n');
    }
    write("list.csv", list.toString());
    photocat.rows(
        "COPY (FROM read_csv('%1$s/list.csv', all_varchar = true)) TO '%1$s/list.parquet'"
            .formatted(folder));

    photocat.done("shortlist", "load", "list.csv");
    assertThat(photocat.said()).contains("45,000 taxa (45,000 new)");
    photocat.done("shortlist", "load", "list.parquet", "--list", "list");
    assertThat(photocat.said()).contains("45,000 taxa (0 new)");
  }

  @Test
  void listsAndClears() throws IOException {
    write("list.csv", "name\nApis mellifera\n");
    photocat.done("shortlist", "load", "list.csv").done("shortlist", "list");
    assertThat(photocat.data()).hasSize(1).first().asString().startsWith("Apis mellifera|");

    assertThat(photocat.run("shortlist", "clear")).isEqualTo(2);
    assertThat(photocat.said())
        .startsWith(
            "error: not done unasked: this forgets 1 taxon of the shortlist with all spelling");
    photocat.done("shortlist", "clear", "--yes");

    assertThat(photocat.said()).isEqualTo("forgot 1 taxon of the shortlist");
    assertThat(photocat.rows(NAMES)).isEmpty();
    photocat.done("shortlist", "clear");
  }

  @Test
  void keepsOneOverrideForASpelling() throws IOException {
    write("o.csv", "from_name,to_name\napis melifera,Apis cerana\nAPIS MELIFERA,47219\nb,\n");

    photocat.done("override", "add", " Apis melifera", "Apis mellifera");
    partial("override", "load", "o.csv");

    assertThat(photocat.said()).startsWith("o.csv: 1 override, 1 row rejected");
    assertThat(photocat.rows("SELECT from_name, to_name FROM name_overrides"))
        .containsExactly("APIS MELIFERA|47219");
    photocat.done("override", "list").done("override", "remove", "Apis Melifera ");
    assertThat(photocat.said())
        .isEqualTo("'Apis Melifera ' is looked up as it is spelt again; run 'match' to use it");
    assertThat(photocat.run("override", "remove", "x")).isEqualTo(1);
    assertThat(photocat.said()).startsWith("error: cannot remove the override of \"x\"");
    assertThat(photocat.run("override", "add", "x", " ")).isEqualTo(2);
  }

  /** Runs a command that must tell of rows that it could not use. */
  private void partial(String... words) {
    assertThat(photocat.run(words)).isEqualTo(3);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
