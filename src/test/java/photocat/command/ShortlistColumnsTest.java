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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortlistColumnsTest {
  private static final String ENTRIES =
      "SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL";
  private static final String NAMES = "SELECT scientific_name FROM shortlist ORDER BY ALL";

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
  void losesNoGenusToWhatIsNoPlainEpithet() throws IOException {
    write(
        "list.csv",
        """
        genus,species
        Bombus,NA
        Papaver,-
        Quercus,cf. robur
        Quercus,robur/petraea
        Quercus,Ilex
        Quercus,Mantis religiosa
        ,petraea
        Apis,5
        """);

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(3);

    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "Apis 5",
            "Bombus",
            "Mantis religiosa",
            "Papaver",
            "Quercus Ilex",
            "Quercus cf. robur",
            "Quercus robur/petraea");
    assertThat(photocat.rows("SELECT line, reason FROM shortlist_rejects"))
        .containsExactly("7|the name is blank");
  }

  @Test
  void takesNoNumbersForNames() throws IOException {
    write("list.csv", "key,name\n1,5\n2,Quercus robur\n3,#\n");

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(3);

    assertThat(photocat.rows(NAMES)).containsExactly("Quercus robur");
    assertThat(photocat.rows("SELECT line, reason FROM shortlist_rejects ORDER BY line"))
        .containsExactly("1|the name has no letter", "3|the name has no letter");
  }

  @Test
  void joinsTheGenusAndTheSpeciesAndSaysSo() throws IOException {
    write(
        "list.csv",
        """
        TaxonID,Genus,Species,Author
        1,Quercus,robur,L.
        2,Quercus,Quercus petraea,(Matt.) Liebl.
        3,QUERCUS,ILEX,L.
        4,Salix,×rubens,Schrank
        5,Apis,,
        6,Quercus,quercus suber,L.
        7,Bellis,perennis L.,
        8,Quercus,sp.,
        9,,Mantis religiosa,
        10,Acer,Acer,
        """);

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .isEqualTo(
            """
            list.csv: 10 taxa (10 new), 10 spellings new, 0 rows rejected
            list.csv: names from Genus + Species; keys from TaxonID; authorship from Author\
            """);
    assertThat(photocat.rows(ENTRIES))
        .containsExactlyInAnyOrder(
            "1|Quercus robur",
            "2|Quercus petraea",
            "3|QUERCUS ILEX",
            "4|Salix ×rubens",
            "5|Apis",
            "6|quercus suber",
            "7|Bellis perennis L.",
            "8|Quercus sp.",
            "9|Mantis religiosa",
            "10|Acer");
  }

  @Test
  void joinsWhatIsBelowTheSpecies() throws IOException {
    write(
        "dwc.csv",
        """
        genus,specificEpithet,infraspecificEpithet,taxonRank
        Quercus,robur,,species
        Quercus,robur,robur,subspecies
        Quercus,robur,fastigiata,var.
        Quercus,robur,brutia,
        """);
    write(
        "sheet.csv",
        """
        species,subspecies,variety
        Apis mellifera,,
        Apis mellifera,ligustica,
        Apis mellifera,subsp. carnica,
        Apis mellifera,Apis mellifera iberiensis,
        Quercus,x,
        Salix alba,alba,vitellina
        """);

    photocat.done("shortlist", "load", "dwc.csv");
    assertThat(photocat.said())
        .endsWith(
            "dwc.csv: names from genus + specificEpithet + infraspecificEpithet; ranks from"
                + " taxonRank");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "Quercus robur",
            "Quercus robur brutia",
            "Quercus robur subsp. robur",
            "Quercus robur var. fastigiata");
    photocat.forget();
    photocat.done("shortlist", "load", "sheet.csv");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "Apis mellifera",
            "Apis mellifera iberiensis",
            "Apis mellifera subsp. carnica",
            "Apis mellifera subsp. ligustica",
            "Quercus",
            "Salix alba var. vitellina");
  }

  @Test
  void putsTheRankOfWhatIsBelowBeforeIt() throws IOException {
    write(
        "list.csv",
        """
        genus,species,infraspecific_rank,infraspecific epithet,taxonRank
        Quercus,robur,,,species
        Quercus,robur,var.,fastigiata,infraspecies
        Quercus,robur,f.,pendula,
        Quercus,robur,subsp.,brutia,variety
        Quercus,robur,NA,pubescens,VARIETY
        Quercus,robur,nan,nan,
        """);

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .endsWith(
            "names from genus + species + infraspecific_rank + infraspecific epithet; ranks from"
                + " taxonRank");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "Quercus robur",
            "Quercus robur f. pendula",
            "Quercus robur subsp. brutia",
            "Quercus robur var. fastigiata",
            "Quercus robur var. pubescens");
  }

  @Test
  void takesErrorsOfSpreadsheetsForNoValues() throws IOException {
    write(
        "list.csv",
        """
        id,genus,species
        #REF!,Apis,mellifera
        1e+06,Bellis,#VALUE!
        3,#N/A,perennis
        4,#NAME?,#NAME?
        5,Err:508,
        """);
    write("names.csv", "id,name\n1,#REF!\n2,NA\n3,Apis\n");

    assertThat(photocat.run("shortlist", "load", "list.csv", "names.csv")).isEqualTo(3);

    assertThat(photocat.rows("SELECT list, taxon_key, scientific_name FROM shortlist_rows"))
        .containsExactlyInAnyOrder(
            "list|Apis mellifera|Apis mellifera", "list|1000000|Bellis", "names|3|Apis");
    assertThat(photocat.rows("SELECT line, reason FROM shortlist_rejects ORDER BY ALL"))
        .containsExactly(
            "1|the name says that there is none",
            "2|the name says that there is none",
            "3|the name is blank",
            "4|the name says that there is none",
            "5|the name is blank");
  }

  @Test
  void showsBlankHeadersAsSuch() throws IOException {
    write("list.csv", ",\u200b,Notes, ,Place,,\na,b,c,d,e,f,g\n");

    refused(
        "list.csv",
        "its columns are (blank), (blank), Notes, (blank), Place, none of them is known to hold names\n"
            + "hint: name the columns with --key COLUMN and --name COLUMN, or say --no-header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "species name,family!Apis mellifera,Apidae!names from species name",
        "Nr;Latin name!7;Apis mellifera!names from Latin name",
        "German,Latin!Biene,Apis mellifera!names from Latin",
        "Binomial,Name!Apis mellifera,Bee!names from Binomial",
        "Scientific Names!Apis mellifera!names from Scientific Names",
        "beetles_species_names,,,!Apis mellifera,,,!names from beetles_species_names",
        "Bee species name,n_species!Apis mellifera,1!names from Bee species name",
        "name,genus,epithet!Bee,Apis,mellifera!names from genus + epithet",
        "genus,species,scientificName!Apis,mellifera,Apis mellifera!names from scientificName",
        "rank,genus,species,specificEpithet!s,Apis,Apis mellifera,mellifera!names from genus +"
            + " species; ranks from rank",
        "acceptedTaxonKey,species!9,Apis mellifera!names from species; keys from acceptedTaxonKey;"
            + " gbif keys from acceptedTaxonKey"
      })
  void knowsTheWordsOfOtherTables(String header, String row, String told) throws IOException {
    write("list.csv", header + "\n" + row + "\n");

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said()).endsWith("\nlist.csv: " + told);
    assertThat(photocat.rows(NAMES)).containsExactly("Apis mellifera");
  }

  @Test
  void takesAListOfGeneraForOne() throws IOException {
    write("genera.csv", "Family,Genus\nApidae,Apis\nFagaceae,Quercus\n");

    photocat.done("shortlist", "load", "genera.csv");

    assertThat(photocat.rows(NAMES)).containsExactly("Apis", "Quercus");
  }

  @Test
  void refusesToGuessBetweenColumns() throws IOException {
    write("two.csv", "moth_species_name,gbif_species_name\nApis mellifera,Apis cerana\n");
    write("alike.csv", "scientific_name;scientificName\nApis mellifera;Apis cerana\n");
    write("keys.csv", "taxon_id,taxonID,name\n1,2,Apis mellifera\n");
    write("genus.csv", "search_species,genus\nApis mellifera,Apis\n");

    refused(
        "two.csv",
        "moth_species_name and gbif_species_name could each hold the names\n"
            + "hint: say which with --name COLUMN");
    refused(
        "alike.csv",
        "scientific_name and scientificName could each hold the names\n"
            + "hint: say which with --name COLUMN");
    refused(
        "keys.csv",
        "taxon_id and taxonID could each hold the keys\nhint: say which with --key COLUMN");
    refused(
        "genus.csv",
        "its columns are search_species, genus, none of them is known to hold names\n"
            + "hint: name the columns with --key COLUMN and --name COLUMN, or say --no-header");
    photocat.done("shortlist", "load", "alike.csv", "--name", "scientificName");
    assertThat(photocat.rows(NAMES)).containsExactly("Apis cerana");
  }

  @Test
  void refusesTwoColumnsOfOneName() throws IOException {
    write("list.csv", "name,Notes,notes \nApis mellifera,a,b\n");
    photocat.rows(
        "COPY (SELECT 1 AS id, {'id': 1, 'c': [2]} AS s, 2 AS x, 'Apis' AS nama, 'B' AS name) TO '%s'"
            .formatted(folder.resolve("good.parquet")));
    // DuckDB writes no such file itself: other programs do.
    String bytes = Files.readString(folder.resolve("good.parquet"), StandardCharsets.ISO_8859_1);
    Files.writeString(
        folder.resolve("bad.parquet"), bytes.replace("nama", "name"), StandardCharsets.ISO_8859_1);

    refused("list.csv", "two columns are called notes\nhint: give one of them another name");
    refused("bad.parquet", "two columns are called name\nhint: give one of them another name");
    photocat.done("shortlist", "load", "good.parquet");
    assertThat(photocat.said()).endsWith("good.parquet: names from name; keys from id");
  }

  private void refused(String file, String message) {
    assertThat(photocat.run("shortlist", "load", file)).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo("error: cannot read %s: %s".formatted(folder.resolve(file), message));
  }

  private static void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
