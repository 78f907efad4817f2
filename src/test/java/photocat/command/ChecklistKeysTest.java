package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists with keys of public checklists, from the file to the match. */
final class ChecklistKeysTest {
  private static final String ENDED =
      "SELECT original_name, status, method, matched_name, reason FROM matches ORDER BY ALL";
  private static final String KEYS =
      "SELECT original_name, checklist_keys FROM shortlist_names ORDER BY ALL";

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
            (100, '48460/47126', 10, 'species', 'Quercus robur', true),
            (101, '48460/47126/100', 5, 'subspecies', 'Quercus robur pedunculiflora', true),
            (102, '48460/47126', 10, 'species', 'Quercus alba', true),
            (200, '48460/47126', 10, 'species', 'Morus alba', true),
            (201, '48460/1', 10, 'species', 'Morus alba', true),
            (300, '48460/47126', 10, 'species', 'Retired one', false)
        """);
    photocat.rows(
        "INSERT INTO snapshots VALUES (3, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
  }

  @Test
  void goesByTheKeyBeforeTheName() throws IOException {
    load(
        "name,inat_taxon_id\nQuercus pedunculata,100\nQuercus alba,102\nMorus alba,201\nQuercus robur,\n");

    assertThat(photocat.said()).contains("names from name; inat keys from inat_taxon_id");
    photocat.done("match");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Morus alba|matched|key|Morus alba|null",
            "Quercus alba|matched|key|Quercus alba|null",
            "Quercus pedunculata|matched|key|Quercus robur|its name fits no taxon",
            "Quercus robur|matched|exact|Quercus robur|null");
    assertThat(photocat.said())
        .startsWith("4 spellings: 4 matched (3 by key), 0 ambiguous, 0 unmatched; 4 of 4 taxa");
  }

  @Test
  void listsKeysAndNamesThatDisagreeAndKeysThatLeadNowhere() throws IOException {
    load("name,inat_id\nQuercus alba,100\nQuercus robur,999\nNobody,998\nMorus alba,102\n");

    photocat.done("match");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Morus alba|matched|key|Quercus alba|its name fits 2 other taxa",
            "Nobody|unmatched|null|null|it is one word, as of a genus or a higher taxon, and none is"
                + " called so; no taxon has its key inat:998",
            "Quercus alba|matched|key|Quercus robur|its name fits Quercus alba (taxon 102)",
            "Quercus robur|matched|exact|Quercus robur|no taxon has its key inat:999");
    assertThat(photocat.said())
        .contains("2 spellings have another name than the taxon of its key; 'run differing-keys'")
        .contains("the keys of 1 spelling lead nowhere, the names were taken");
    photocat.done("run", "differing-keys");
    assertThat(photocat.data())
        .containsExactly(
            "Morus alba|key|Quercus alba|102|its name fits 2 other taxa|inat:102|accepted|Morus alba|inat-open-data",
            "Quercus alba|key|Quercus robur|100|its name fits Quercus alba (taxon 102)|inat:100|accepted|Quercus alba|inat-open-data",
            "Quercus robur|exact|Quercus robur|100|no taxon has its key inat:999|inat:999|accepted|Quercus robur|inat-open-data");
  }

  @Test
  void goesByNamesOnlyWhereAskedToAndByOverridesFirst() throws IOException {
    load("name,inat_id\nQuercus alba,100\n");

    photocat.done("match", "--names-only");
    assertThat(photocat.rows(ENDED))
        .containsExactly("Quercus alba|matched|exact|Quercus alba|null");
    photocat.done("override", "add", "Quercus alba", "201").done("match");
    assertThat(photocat.rows(ENDED))
        .containsExactly("Quercus alba|matched|override|Morus alba|null");
  }

  @ParameterizedTest
  @CsvSource({
    "101, 'its key inat:101 is of a subspecies, which --rank leaves out'",
    "300, 'its key inat:300 is of a taxon that has been retired; --include-inactive takes it'",
    "201, 'its key inat:201 is in Animalia, which --within leaves out'"
  })
  void holdsKeysToWhatWasAskedFor(String key, String reason) throws IOException {
    load("name,inat_id\nQuercus robur,%s\n".formatted(key));

    photocat.done("match", "--within", "Plantae");

    assertThat(photocat.rows("SELECT status, method, taxon_id, reason FROM matches"))
        .containsExactly("matched|exact|100|" + reason);
  }

  @Test
  void callsSeveralTaxaOfOneSpellingAmbiguous() throws IOException {
    load("name,inat_id\nQuercus alba,100\n");
    Files.writeString(folder.resolve("b.csv"), "name,inat_id\nQuercus alba,102\n");

    photocat.done("shortlist", "load", "b.csv").done("match");

    assertThat(photocat.rows("SELECT status, method, candidates, taxon_id FROM matches"))
        .containsExactly("ambiguous|key|2|null");
    photocat.done("run", "ambiguous");
    assertThat(photocat.data())
        .extracting(row -> row.split("\\|", -1)[1])
        .containsExactly("100", "102");
  }

  @ParameterizedTest
  @CsvSource({
    "gbif_id, 5231190, gbif:5231190",
    "gbifID, https://www.gbif.org/species/5231190, gbif:5231190",
    "taxonKey, 5231190, gbif:5231190",
    "speciesKey, 5231190.0, gbif:5231190",
    "acceptedTaxonKey, 5231190, gbif:5231190",
    "usageKey, 4CFXV, col:4CFXV",
    "col_id, 4CFXV, col:4CFXV",
    "catalogueOfLifeId, 4CFXV, col:4CFXV",
    "wfo_id, wfo-0000292858, wfo:wfo-0000292858",
    "taxonID, wfo-0000292858, wfo:wfo-0000292858",
    "taxonID, https://www.inaturalist.org/taxa/100-Quercus, inat:100",
    "ipni_id, 30000-2, ipni:30000-2",
    "scientificNameID, urn:lsid:ipni.org:names:30000-2, ipni:30000-2",
    "iNaturalist taxon ID, 100, inat:100",
    "url, http://www.worldfloraonline.org/taxon/wfo-0000292858, wfo:wfo-0000292858"
  })
  void findsKeysByHeaderAndForm(String header, String cell, String key) throws IOException {
    load("name,%s\nQuercus robur,%s\n".formatted(header, cell));

    assertThat(photocat.rows(KEYS)).containsExactly("Quercus robur|[%s]".formatted(key));
  }

  @Test
  void keysThatASpreadsheetHasWrittenAreWholeAgainUnlessTheyLostDigits() throws IOException {
    load(
        """
        key;name;gbif_id
        2878688,0;Quercus robur;2878688,0
        1,341976E+06;Quercus alba;1.341976e6
        1,34E+06;Morus alba;1,34E+06
        1,35E+06;Retired one;1.35E+06
        """);

    assertThat(photocat.rows("SELECT taxon_key FROM shortlist ORDER BY 1"))
        .containsExactly("1341976", "2878688", "Morus alba", "Retired one");
    assertThat(photocat.rows(KEYS))
        .containsExactly(
            "Morus alba|null",
            "Quercus alba|[gbif:1341976]",
            "Quercus robur|[gbif:2878688]",
            "Retired one|null");
    assertThat(photocat.said())
        .contains(
            "warning: 2 keys have lost digits, '1,34E+06' in row 3 first, and are none; save the"
                + " column as text or whole numbers")
        .contains("2 cells hold no key of the checklist, '1,34E+06' in row 3 of gbif_id first");
  }

  @Test
  void takesNoOtherNumberForAKey() throws IOException {
    load("taxonID,name,family_url,note\n7,Quercus robur,https://www.gbif.org/species/1,gbif:2\n");
    assertThat(photocat.rows(KEYS)).containsExactly("Quercus robur|null");

    load("taxon_key,name\n7,Quercus robur\n");
    assertThat(photocat.rows(KEYS)).containsExactly("Quercus robur|null");
  }

  @Test
  void knowsTheNumberOfAnOccurrence() throws IOException {
    load("gbifID,datasetKey,scientificName,taxonKey\n4510322115,x,Quercus robur,2878688\n");

    assertThat(photocat.rows(KEYS)).containsExactly("Quercus robur|[gbif:2878688]");
  }

  @Test
  void keepsKeysOfSeveralChecklistsAndTellsOfCellsThatAreNone() throws IOException {
    load("name,gbif,inat,wfo\nQuercus robur,2878688,100,oak\nQuercus alba,NA,,-\n");

    assertThat(photocat.said())
        .contains("gbif keys from gbif; inat keys from inat")
        .contains(
            "warning: 1 cell holds no key of the checklist, 'oak' in row 1 of wfo first; those rows"
                + " are matched by name");
    assertThat(photocat.rows(KEYS))
        .containsExactly("Quercus alba|null", "Quercus robur|[gbif:2878688, inat:100]");
  }

  @Test
  void takesTheColumnsThatTheUserNames() throws IOException {
    Files.writeString(
        folder.resolve("list.csv"), "name,taxon_key,no,gbif_id\nQuercus robur,1,100,2878688\n");

    photocat.done("shortlist", "load", "list.csv", "--checklist-key", "inat=no");
    assertThat(photocat.rows(KEYS)).containsExactly("Quercus robur|[inat:100]");

    assertThat(photocat.run("shortlist", "load", "list.csv", "--checklist-key", "inat=nope"))
        .isEqualTo(1);
    assertThat(photocat.said()).contains("the one asked for is not among them");
    assertThat(photocat.run("shortlist", "load", "list.csv", "--checklist-key", "itis=no"))
        .isEqualTo(2);
    assertThat(photocat.said()).contains("no checklist is called \"itis\"", "gbif, col, wfo");
  }

  @Test
  void takesKeysOfOriginalNamesOnlyWhereTheyAreNamed() throws IOException {
    load("key,name\n7,Quercus robur\n");
    Files.writeString(folder.resolve("other.csv"), "key,original_name,inat_id\n7,Alba,102\n");

    photocat.done("shortlist", "names", "other.csv", "--source", "a");
    photocat.done(
        "shortlist", "names", "other.csv", "--source", "b", "--checklist-key", "inat=inat_id");

    assertThat(photocat.rows("SELECT source, checklist_keys FROM shortlist_names ORDER BY ALL"))
        .containsExactly("a|null", "accepted|null", "b|[inat:102]");
  }

  @ParameterizedTest
  @CsvSource({"csv", "tsv", "parquet", "xlsx", "db"})
  void keepsKeysWithTheNameWhateverTheFile(String kind) throws IOException, SQLException {
    Path file = folder.resolve("oaks." + kind);
    write(kind, file);

    photocat.done("shortlist", "load", file.toString());

    assertThat(photocat.rows("SELECT list, original_name, checklist_keys FROM shortlist_names"))
        .containsExactly("oaks|Quercus robur|[gbif:2878688]");
    Files.delete(file);
  }

  private static void write(String kind, Path file) throws IOException, SQLException {
    switch (kind) {
      case "csv" -> Files.writeString(file, "name,taxonKey\nQuercus robur,2878688\n");
      case "tsv" -> Files.writeString(file, "name\ttaxonKey\nQuercus robur\t2878688\n");
      case "parquet" ->
          photocat.rows(
              "COPY (SELECT 'Quercus robur' AS name, 2878688 AS taxonKey) TO '%s' (FORMAT parquet)"
                  .formatted(file));
      case "xlsx" ->
          TestWorkbook.xlsx(
                  "s",
                  TestWorkbook.row("name", "taxonKey")
                      + "<row><c t='inlineStr'><is><t>Quercus robur</t></is></c>"
                      + "<c><v>2878688</v></c></row>")
              .write(file);
      default -> {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            Statement statement = database.createStatement()) {
          statement.executeUpdate(
              "CREATE TABLE t AS SELECT 'Quercus robur' AS name, 2878688 AS taxonKey");
        }
      }
    }
  }

  @Test
  void readsListsOfKeysWithoutNames() throws IOException {
    load("inat_taxon_id\n100\n999\nx\n");
    assertThat(photocat.said())
        .contains(
            "2 taxa (2 new)", "1 row rejected", "no names; keys for names from inat_taxon_id");
    Files.writeString(
        folder.resolve("pages.txt"),
        "https://www.inaturalist.org/taxa/102-Quercus-alba\nMorus alba\nhttps://www.gbif.org/species/5\n");
    photocat.done("shortlist", "load", "pages.txt").done("match", "--within", "Plantae");

    assertThat(photocat.rows(ENDED))
        .containsExactly(
            "Morus alba|matched|exact|Morus alba|null",
            "gbif:5|unmatched|null|null|no taxon has a key of gbif",
            "inat:100|matched|key|Quercus robur|null",
            "inat:102|matched|key|Quercus alba|null",
            "inat:999|unmatched|null|null|no taxon has its key inat:999");
  }

  @Test
  void doesNotTakeKeysForNamesWhereAColumnEndsInSpecies() throws IOException {
    load("accepted_taxon_key,gbif_species,subspecies\n5,Quercus alba,\n,Quercus robur,\n");
    assertThat(photocat.said()).contains("2 taxa (2 new)", "names from gbif_species");

    assertThat(photocat.rows("SELECT original_name FROM shortlist_names ORDER BY ALL"))
        .containsExactly("Quercus alba", "Quercus robur");
    Files.writeString(
        folder.resolve("moths.csv"),
        "accepted_taxon_key,search_species,gbif_species\n5,Quercus alba,\n");
    assertThat(photocat.run("shortlist", "load", "moths.csv")).isEqualTo(1);
    assertThat(photocat.said())
        .contains("search_species", "gbif_species", "hint: say which with --name COLUMN");
  }

  @Test
  void givesEntriesOfKeysTheNamesOfTheirTaxa() throws IOException {
    photocat.rows(
        """
        INSERT INTO inat_observations VALUES
            ('00000000-0000-0000-0000-000000000001', 1, 0, 0, 0, 100, 'research', NULL, NULL);
        INSERT INTO inat_photos VALUES (uuid(), 1, '00000000-0000-0000-0000-000000000001', 1, 'jpg', 'CC0', 4, 3, 0);
        """);
    load("inat_taxon_id\n100\n");

    photocat.done("match").done("manifest", "build", "m");

    assertThat(
            photocat.rows(
                "SELECT taxon_key, scientific_name, original_name, slug FROM manifest_photos"))
        .containsExactly("inat:100|Quercus robur|inat:100|inat-100");
  }

  @Test
  void findsTheTaxaOfArchivesByAllTheirKeys() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("archive"));
    Files.writeString(
        archive.resolve("occurrence.csv"),
        """
        id,scientificName,taxonRank,kingdom,genus,species,taxonKey,speciesKey,genusKey,taxonID,scientificNameID
        1,Quercus pedunculata Ehrh.,SPECIES,Plantae,Quercus,Quercus robur,111,2878688,2877951,,urn:lsid:ipni.org:names:296689-1
        2,Quercus alba L.,SPECIES,Plantae,Quercus,Quercus alba,2877954,2877954,2877951,https://list.worldfloraonline.org/wfo-0000289977,
        """);
    photocat.done("ingest", "dwca", "archive");

    assertThat(
            photocat.rows(
                "SELECT name, checklist_keys FROM taxa WHERE source = 'dwca' ORDER BY rank, name"))
        .containsExactly(
            "Quercus|[gbif:2877951]",
            "Plantae|null",
            "Quercus alba|[gbif:2877954, wfo:wfo-0000289977]",
            "Quercus pedunculata Ehrh.|[gbif:111, ipni:296689-1]",
            "Quercus robur|[gbif:2878688]");
    load("name,gbif_id,ipni,wfo\nStieleiche,2878688,,\nEiche,,296689-1,\nOak,,,wfo-0000289977\n");
    photocat.done("match", "--source", "dwca");
    assertThat(photocat.rows("SELECT method, matched_name FROM matches ORDER BY ALL"))
        .containsExactly("key|Quercus alba", "key|Quercus pedunculata Ehrh.", "key|Quercus robur");
  }

  @Test
  void findsTheLabelsOfListsOfAddressesThatAreKeys() throws IOException {
    Files.writeString(
        folder.resolve("photos.csv"),
        "url,speciesKey\nhttps://h.example/a.jpg,2878688\nhttps://h.example/b.jpg,5\n");
    Files.writeString(
        folder.resolve("pages.csv"),
        "url,label\nhttps://h.example/c.jpg,https://www.inaturalist.org/taxa/100\nhttps://h.example/d.jpg,7\n");
    photocat.done("ingest", "urls", "photos.csv").done("ingest", "urls", "pages.csv");

    assertThat(
            photocat.rows(
                "SELECT name, checklist_keys FROM taxa WHERE source = 'urls' ORDER BY ALL"))
        .isEqualTo(
            List.of(
                "2878688|[gbif:2878688]",
                "5|[gbif:5]",
                "7|null",
                "https://www.inaturalist.org/taxa/100|[inat:100]"));
    load("name,gbif_id\nQuercus robur,2878688\n");
    photocat.done("match", "--source", "urls");
    assertThat(photocat.rows("SELECT method, matched_name FROM matches"))
        .containsExactly("key|2878688");
  }

  private static void load(String text) throws IOException {
    Files.writeString(folder.resolve("list.csv"), text);
    photocat.run("shortlist", "load", "list.csv");
  }
}
