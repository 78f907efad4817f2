package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One species is one label, however its records write its name. */
final class SpeciesLabelsTest {
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

  /** Where GBIF has worked the species out, all that is put there is that species. */
  @Test
  void ofTheSpeciesThatGbifHasWorkedOut() throws IOException {
    assertOneLabelEach(
        "scientificName,taxonRank,kingdom,genus,species",
        "\"%s\",SPECIES,Animalia,Apis,%s",
        "# Linnaeus,1758",
        "# Linnaeus, 1758?",
        "# Linnaeus, 1758, sensu Smith 1900",
        "# auct. non L.",
        "# s.l.",
        "# [sic] 1758:12",
        "# sp.",
        "# cf.",
        "#us",
        "Osmia bicornis",
        "# subsp. carnica Pollmann, 1879",
        "# × Apis cerana",
        "BOLD:AAA1234",
        "SH1572816.08FU");
  }

  /** Where nobody has, the name tells. */
  @Test
  void ofTheSpeciesThatTheNameSays() throws IOException {
    assertOneLabelEach(
        "scientificName,kingdom,basisOfRecord",
        "\"%s\",Animalia,",
        "# Linnaeus, 1758",
        "# Linnaeus,1758",
        "# (Linnaeus,1758)",
        "# L.1758",
        "# (L. : Fr.) Lam.",
        "# Smith ex Jones in Brown et al., 1758-1760",
        "# Smith & Jones, [1758]",
        "#  d'Orbigny, 1839a",
        "# carnica Pollmann,1879",
        "# var. carnica");
  }

  /**
   * Takes in a species for each form, once by its plain name and once as the form has it, with the
   * name in place of {@code #}.
   */
  private static void assertOneLabelEach(String header, String record, String... forms)
      throws IOException {
    List<String> records = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int at = 0; at < forms.length; at++) {
      String species = "Apis mellifer" + Character.toString('a' + at);
      records.add(record.formatted(species, species));
      records.add(record.formatted(forms[at].replace("#", species), species));
      expected.add(species + "|" + (2 * at + 1));
      expected.add(species + "|" + (2 * at + 2));
    }
    ingest(header, records.toArray(String[]::new));
    assertThat(labels("species")).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void ofWhatIsNoNameAsItIsWritten() throws IOException {
    ingest(
        "scientificName,taxonRank,kingdom,genus,specificEpithet",
        "BOLD:AAA1234,SPECIES,Animalia,,",
        "BOLD:AAA1234,UNRANKED,Animalia,,",
        "Coccinella 7-punctata Linnaeus,SPECIES,Animalia,,",
        "Salix × fragilis,SPECIES,Plantae,Salix,× fragilis",
        "Salix aurita × S. caprea,,Plantae,,",
        "Apis,,Animalia,Apis,sp.");

    assertThat(labels("species"))
        .containsExactly("BOLD:AAA1234|1", "Coccinella 7-punctata|3", "Salix × fragilis|4");
    assertThat(labels("genus")).containsExactly("Apis|6", "Salix|4");
  }

  @Test
  void ofOneKeyWhateverTheKingdomIsCalled() throws IOException {
    ingest(
        "scientificName,taxonRank,kingdom,species,speciesKey",
        "Apis mellifera,SPECIES,Animalia,Apis mellifera,1341976",
        "Apis mellifera,SPECIES,Metazoa,Apis mellifera,1341976",
        "Prunella vulgaris,SPECIES,Animalia,Prunella vulgaris,1",
        "Prunella vulgaris,SPECIES,Plantae,Prunella vulgaris,2");

    assertThat(labels("species"))
        .containsExactly(
            "Apis mellifera|1",
            "Apis mellifera|2",
            "Prunella vulgaris (dwca Prunella vulgaris)|3",
            "Prunella vulgaris (dwca Prunella vulgaris)|4");
  }

  @Test
  void ofNothingThatTheOnlyOtherContradicts() throws IOException {
    ingest(
        "scientificName,taxonRank,kingdom,family",
        "Apis mellifera,SPECIES,Animalia,Apidae",
        "\"Apis mellifera Linnaeus, 1758\",SPECIES,,Apidae");

    assertThat(labels("species")).containsExactly("Apis mellifera|1", "Apis mellifera|2");
  }

  /** By GBIF's keys, also where the accepted taxon is below the species. */
  @Test
  void ofTheAcceptedTaxonOfGbif() throws IOException {
    ingest(
        "scientificName,taxonRank,kingdom,taxonKey,acceptedTaxonKey,acceptedScientificName",
        "Viola alba Besser,SPECIES,Plantae,5331,5331,Viola alba Besser",
        "Viola besseri Rupr.,SPECIES,Plantae,111,5331,Viola alba Besser",
        "Viola dehnhardtii Ten.,SPECIES,Plantae,888,777,Viola alba subsp. dehnhardtii",
        "Viola picta,SPECIES,Plantae,222,5331,",
        "Viola obscura,SPECIES,,333,5331,Viola alba Besser");

    assertThat(labels("species"))
        .containsExactly(
            "Viola alba|1", "Viola alba|2", "Viola alba|3", "Viola alba|4", "Viola alba|5");
  }

  /** By the publisher's keys in a chain, or the accepted name alone. */
  @Test
  void ofTheAcceptedTaxonOfThePublisher() throws IOException {
    ingest(
        "taxonID,acceptedNameUsageID,acceptedNameUsage,scientificName,taxonRank,kingdom,genus",
        "b,c,,Pseudoviola besseri,species,Plantae,Pseudoviola",
        "c,a,,Viola besseri,species,Plantae,Viola",
        "a,,,Viola alba,species,Plantae,Viola",
        "d,,Viola alba subsp. dehnhardtii,Viola dehnhardtii,species,Plantae,Viola",
        "e,,Viola alba,Pseudoviola picta,species,,Pseudoviola",
        "f,a,,Pseudoviola obscura,species,,Pseudoviola");

    assertThat(labels("species"))
        .containsExactly(
            "Viola alba|1",
            "Viola alba|2",
            "Viola alba|3",
            "Viola alba|4",
            "Viola alba|5",
            "Viola alba|6");
    assertThat(labels("genus")).hasSize(6).allMatch(label -> label.startsWith("Viola|"));
  }

  private static void ingest(String header, String... records) throws IOException {
    Path archive = Files.createDirectories(folder.resolve("bees"));
    Files.write(archive.resolve("occurrence.csv"), numbered("id," + header, List.of(records)));
    List<String> media =
        IntStream.rangeClosed(1, records.length)
            .mapToObj("StillImage,https://h.example/%d.jpg,CC0"::formatted)
            .toList();
    Files.write(archive.resolve("multimedia.csv"), numbered("id,type,identifier,license", media));
    photocat.done("ingest", "dwca", "bees");
  }

  private static List<String> numbered(String header, List<String> rows) {
    return IntStream.rangeClosed(0, rows.size())
        .mapToObj(at -> at == 0 ? header : at + "," + rows.get(at - 1))
        .toList();
  }

  private static List<String> labels(String rank) {
    photocat.done("manifest", "build", rank, "--from", "dwca", "--label", rank);
    return photocat.rows(
        "SELECT scientific_name, regexp_extract(url, '[0-9]+') FROM manifest_photos"
            + " WHERE manifest_id = manifest_number('%s') ORDER BY ALL".formatted(rank));
  }
}
