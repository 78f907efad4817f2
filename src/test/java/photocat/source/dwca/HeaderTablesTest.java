package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.PhotocatException;

/** Archives without a meta.xml are told by their headers. */
final class HeaderTablesTest {
  /** The columns that seed 001 names, and what iNaturalist has added since. */
  private static final String INAT_OBSERVATIONS =
      "id,occurrenceID,basisOfRecord,modified,institutionCode,collectionCode,datasetName,"
          + "informationWithheld,catalogNumber,references,occurrenceRemarks,recordedBy,recordedByID,"
          + "identifiedBy,identifiedByID,captive,eventDate,eventTime,verbatimEventDate,"
          + "verbatimLocality,decimalLatitude,decimalLongitude,coordinateUncertaintyInMeters,"
          + "geodeticDatum,countryCode,stateProvince,identificationID,dateIdentified,"
          + "identificationRemarks,taxonID,scientificName,taxonRank,kingdom,phylum,class,order,"
          + "family,genus,license,rightsHolder,inaturalistLogin,publishingCountry,projectId,sex,"
          + "lifeStage,reproductiveCondition,vitality,dynamicProperties\n";

  private static final String INAT_MEDIA =
      "id,type,format,identifier,references,created,creator,publisher,license,rightsHolder,"
          + "catalogNumber\n38,StillImage,image/jpeg,https://a.org/1.jpg,,,,,,,9\n";

  @TempDir Path folder;

  @Test
  void iNaturalistsArchiveIsKnown() throws IOException {
    Path zip =
        new TestArchive()
            .with("media.csv", INAT_MEDIA)
            .with("observations.csv", INAT_OBSERVATIONS)
            .with("eml.xml", "<eml/>")
            .zip(folder.resolve("a.zip"));

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      ArchiveDescriptor archive = reader.descriptor();
      ArchiveTable media = archive.extensions().get(0);

      assertThat(archive.core().files()).containsExactly("observations.csv");
      assertThat(archive.core().kind()).isEqualTo(RowKind.OCCURRENCE);
      assertThat(archive.core().columns()).hasSize(48);
      assertThat(archive.core().column("inaturalistLogin")).isPresent();
      assertThat(archive.core().dialect().delimiter()).isEqualTo(',');
      assertThat(media.kind()).isEqualTo(RowKind.MULTIMEDIA);
      assertThat(media.keyIndex()).isZero();
      assertThat(ReadRows.of(reader, media).rows()).hasSize(1);
    }
  }

  @Test
  void gbifsTablesWithoutTheirMetaXmlAreKnown() throws IOException {
    Path root =
        new TestArchive()
            .with("x/verbatim.txt", "gbifID\toccurrenceID\tbasisOfRecord\n1\ta\tb\n")
            .with("x/occurrence.txt", "gbifID\tdatasetKey\toccurrenceID\tspecies\n1\tk\ta\t\"b\n")
            .with("x/multimedia.txt", "gbifID\ttype\tformat\tidentifier\n1\tStillImage\t\tu\n")
            .with("x/rights.txt", "Dataset: A\nRights as supplied: none\n")
            .folder(folder.resolve("f"));

    try (ArchiveReader reader = ArchiveReader.open(root)) {
      ArchiveDescriptor archive = reader.descriptor();

      assertThat(archive.core().files()).containsExactly("x/occurrence.txt");
      assertThat(archive.core().dialect().quote()).isEqualTo(Optional.empty());
      assertThat(archive.extensions())
          .extracting(ArchiveTable::kind)
          .containsExactly(RowKind.MULTIMEDIA, RowKind.OCCURRENCE);
      assertThat(ReadRows.of(reader, archive.core()).rows())
          .containsExactly(List.of("1", "k", "a", "\"b"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCCURRENCEID,BasisOfRecord,ScientificName|OCCURRENCE",
        "dwc:occurrenceID,dwc:basisOfRecord,dcterms:license|OCCURRENCE",
        "http://rs.tdwg.org/dwc/terms/occurrenceID;http://rs.tdwg.org/dwc/terms/sex|OCCURRENCE",
        "eventID,eventDate,samplingProtocol|EVENT",
        "taxonID,scientificName,taxonRank|TAXON"
      })
  void wordsAreTakenInAllTheirForms(String header, RowKind kind) throws IOException {
    Path zip = new TestArchive().with("t.csv", header + "\n").zip(folder.resolve("a.zip"));

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      assertThat(reader.descriptor().core().kind()).isEqualTo(kind);
      assertThat(reader.descriptor().core().keyIndex()).isZero();
    }
  }

  @Test
  void audiovisualMediaAreToldByTheirAddress() throws IOException {
    Path zip =
        new TestArchive()
            .with("o.csv", "occurrenceID,basisOfRecord\n")
            .with("m.csv", "coreid,ac:accessURI,dc:format,dcterms:rights\n")
            .zip(folder.resolve("a.zip"));

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      assertThat(reader.descriptor().extensions())
          .extracting(ArchiveTable::kind)
          .containsExactly(RowKind.AUDIOVISUAL);
    }
  }

  @Test
  void whatHasNoTermsIsPassedOver() throws IOException {
    Path zip =
        new TestArchive()
            .with("README.txt", "Thank you for your download.\n")
            .with("o.csv", "occurrenceID,basisOfRecord\n")
            .zip(folder.resolve("a.zip"));

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      assertThat(reader.descriptor().notes())
          .containsExactly("passed over 'README.txt', whose header has no terms of Darwin Core");
    }
  }

  @Test
  void filesThatLookLikeTablesAndAreNotReadAreTold() throws IOException {
    Path zip =
        new TestArchive()
            .with("CON", "id,identifier,format\n1,https://a.org/1.jpg,image/jpeg\n")
            .with("LICENSE", "Take it, use it.\n")
            .with("old/m.csv", "\"gbifID\";\"identifier\"\n")
            .with("photo", "\u0000\u0001,identifier\n")
            .with("x.jpg", "id,identifier\n")
            .with("rights.txt", "Dataset: A\n")
            .with("o.csv", "occurrenceID,basisOfRecord\n")
            .zip(folder.resolve("a.zip"));

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      assertThat(reader.descriptor().notes())
          .containsExactly(
              "2 files look like a table and were not read: 'CON', 'old/m.csv'; those that are lie"
                  + " side by side, and end in .txt, .csv, .tsv, .tab or .gz");
    }
  }

  @Test
  void whereNoneIsReadTheOddlyNamedAreTheHint() throws IOException {
    Path root =
        new TestArchive()
            .with("AUX", "occurrenceID\tbasisOfRecord\n")
            .with("NUL", "x\n")
            .folder(folder.resolve("f"));

    assertThatThrownBy(() -> ArchiveReader.open(root))
        .hasMessageContaining("it holds 'AUX', 'NUL'")
        .extracting(e -> ((PhotocatException) e).hint().orElse(""))
        .asString()
        .startsWith("1 file looks like a table and was not read: 'AUX'; those");
  }

  @Test
  void withoutACoreItIsNoArchive() throws IOException {
    Path zip =
        new TestArchive().with("a.csv", "x,y\n").with("b.png", "").zip(folder.resolve("a.zip"));

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage(
            "cannot read %s: it has no meta.xml, and no table of occurrences, events or taxa by its"
                + " header; it holds 'a.csv', 'b.png'",
            zip);
  }

  @Test
  void severalArchivesInOneAreRefused() throws IOException {
    Path zip =
        new TestArchive()
            .with("a/meta.xml", "")
            .with("b/meta.xml", "")
            .zip(folder.resolve("a.zip"));

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage("cannot read %s: it holds several archives: a/meta.xml, b/meta.xml", zip);
  }
}
