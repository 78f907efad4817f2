package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos of synonyms are found by the key and the name of the accepted taxon. */
final class AcceptedTaxaTest {
  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void archive(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".csv"), text);
    photocat.done("ingest", "dwca", name + ".csv");
  }

  private void list(String text, String... ranks) throws IOException {
    Files.writeString(folder.resolve("list.csv"), text);
    photocat.done("shortlist", "load", "list.csv");
    photocat.done(Stream.concat(Stream.of("match"), Stream.of(ranks)).toArray(String[]::new));
    photocat.done("manifest", "build", "m", "--from", "dwca", "--license", "unknown");
  }

  /** Photos are called by the record that they are of. */
  private String[] photos() {
    return photocat.rows("SELECT url FROM manifest_photos ORDER BY url").stream()
        .map(url -> url.replaceAll("https://h/|\\.jpg", ""))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    // The accepted taxon, the synonym, the accepted subspecies, what is of that.
    "5331, 1 2 3 4",
    "111, 2",
    "777, 3 4",
    "888, 4"
  })
  void ofGbifByKeyAndName(String key, String expected) throws IOException {
    archive(
        "gbif",
        """
        occurrenceID,scientificName,taxonRank,kingdom,genus,species,taxonKey,acceptedTaxonKey,speciesKey,acceptedScientificName,associatedMedia
        1,Viola alba Besser,SPECIES,Plantae,Viola,Viola alba,5331,5331,5331,Viola alba Besser,https://h/1.jpg
        2,Viola besseri Rupr.,SPECIES,Plantae,Viola,Viola alba,111,5331,5331,Viola alba Besser,https://h/2.jpg
        3,Viola alba subsp. dehnhardtii (Ten.) W.Becker,SUBSPECIES,Plantae,Viola,Viola alba,777,777,5331,Viola alba subsp. dehnhardtii (Ten.) W.Becker,https://h/3.jpg
        4,Viola dehnhardtii Ten.,SPECIES,Plantae,Viola,Viola alba,888,777,5331,Viola alba subsp. dehnhardtii (Ten.) W.Becker,https://h/4.jpg
        """);

    list("name,gbif_id\nx,%s\n".formatted(key), "--rank", "species,subspecies");

    assertThat(photos()).containsExactly(expected.split(" "));
  }

  @Test
  void ofGbifWithoutTheAcceptedName() throws IOException {
    archive(
        "gbif",
        """
        occurrenceID,scientificName,taxonRank,kingdom,taxonKey,acceptedTaxonKey,associatedMedia
        1,Viola alba Besser,SPECIES,Plantae,5331,5331,https://h/1.jpg
        2,Viola besseri Rupr.,SPECIES,Plantae,111,5331,https://h/2.jpg
        3,Apis mellica,SPECIES,Animalia,222,1341976,https://h/3.jpg
        4,Apis cerifera,SPECIES,Animalia,223,1341976,https://h/4.jpg
        """);

    list("name,gbif_id\nx,5331\ny,1341976\n");

    assertThat(photos()).containsExactly("1", "2", "3", "4");
    assertThat(photocat.rows("SELECT status, method FROM matches"))
        .containsExactly("matched|key", "matched|key");
  }

  /** A checklist with photos: synonyms say of which row they are synonyms, in a chain too. */
  @ParameterizedTest
  @CsvSource({"wfo-0000000002, 1 2 3", "wfo-0000000001, 1", "'', 1 2 3"})
  void ofAChecklistByIdentifiersOfItsOwn(String key, String expected) throws IOException {
    archive(
        "checklist",
        """
        taxonID,acceptedNameUsageID,scientificName,taxonRank,kingdom,genus,specificEpithet,associatedMedia
        wfo-0000000001,wfo-0000000003,Pseudoviola besseri,species,Plantae,Pseudoviola,besseri,https://h/1.jpg
        wfo-0000000003,wfo-0000000002,Viola besseri,species,Plantae,Viola,besseri,https://h/3.jpg
        wfo-0000000002,,Viola alba,species,Plantae,Viola,alba,https://h/2.jpg
        wfo-0000000008,wfo-0000000009,Viola round,species,Plantae,Viola,round,https://h/8.jpg
        wfo-0000000009,wfo-0000000008,Viola circle,species,Plantae,Viola,circle,https://h/9.jpg
        """);

    list("name,wfo_id\n%s,%s\n".formatted(key.isEmpty() ? "Viola alba" : "x", key));

    assertThat(photos()).containsExactly(expected.split(" "));
    assertThat(
            photocat.rows(
                "SELECT name, classification FROM taxa WHERE name LIKE 'Pseudo% %' AND source = 'dwca'"))
        .containsExactly("Pseudoviola besseri|Plantae|Viola|Viola alba");
  }

  @Test
  void noTaxonIsBelowItself() throws IOException {
    archive(
        "odd",
        """
        occurrenceID,scientificName,taxonRank,kingdom,genus,species,specificEpithet,taxonKey,acceptedTaxonKey,speciesKey,acceptedScientificName,associatedMedia
        1,Viola alba,SPECIES,Plantae,Viola,Viola alba,alba,1,777,5331,Viola alba subsp. besseri,https://h/1.jpg
        2,Viola besseri,SPECIES,Plantae,Viola,,besseri,2,5331,,Viola alba,https://h/2.jpg
        """);

    list("name,gbif_id\nViola alba,5331\n");

    assertThat(photos()).containsExactly("1", "2");
    assertThat(
            photocat.rows(
                "SELECT name FROM taxa WHERE contains('/' || ancestry || '/', '/' || taxon_id || '/')"))
        .isEmpty();
  }

  @Test
  void identifiersOfAnotherArchiveAreNotMistaken() throws IOException {
    archive(
        "bees",
        """
        taxonID,scientificName,taxonRank,kingdom,associatedMedia
        2,Apis mellifera,species,Animalia,https://h/bee.jpg
        """);
    archive(
        "violets",
        """
        taxonID,acceptedNameUsageID,acceptedNameUsage,scientificName,taxonRank,kingdom,genus,associatedMedia
        1,2,Viola alba,Viola besseri,species,Plantae,Viola,https://h/1.jpg
        3,3,Viola odorata,Viola odorata,species,Plantae,Viola,https://h/3.jpg
        4,gbif:5331,,Viola scotophylla,species,Plantae,Viola,https://h/4.jpg
        """);

    list("name,gbif_id\nViola alba,\nx,5331\n");

    assertThat(photos()).containsExactly("1", "4");
    assertThat(
            photocat.rows(
                "SELECT name, classification FROM taxa WHERE source = 'dwca' AND rank = 'species' ORDER BY name"))
        .containsExactly(
            "Apis mellifera|Animalia",
            "Viola alba|Plantae|Viola",
            "Viola besseri|Plantae|Viola|Viola alba",
            "Viola odorata|Plantae|Viola",
            "Viola scotophylla|Plantae|Viola|gbif:5331");
  }
}
