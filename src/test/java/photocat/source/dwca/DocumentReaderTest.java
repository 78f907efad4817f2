package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.license.LicenseCode;

final class DocumentReaderTest {
  private static final String EML =
      """
      <eml:eml xmlns:eml="eml://ecoinformatics.org/eml-2.1.1" packageId="50c9509d/v1.2">
      <dataset><alternateIdentifier>https://doi.org/10.15468/ab3s5x</alternateIdentifier>
      <title>Research-grade
        Observations</title>
      <creator><individualName><surName>Bee</surName></individualName></creator>
      <intellectualRights><para>This work is licensed under a
      <ulink url="http://creativecommons.org/licenses/by-nc/4.0/legalcode"><citetitle>Creative Commons
      Attribution Non Commercial (CC-BY-NC) 4.0 License</citetitle></ulink>.</para></intellectualRights>
      <project><title>Another title</title></project></dataset>
      <additionalMetadata><metadata><gbif><citation identifier="x">Bee A (2024). Observations.
      https://doi.org/10.15468/zz9.</citation></gbif></metadata></additionalMetadata></eml:eml>
      """;

  @TempDir Path folder;

  @Test
  void dataSetsAreToldWithTheirLicense() throws IOException {
    Path zip = archive().with("dataset/6ac3f774.xml", EML).with("meta2.xml", "<x/>").zip(zip());

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      ArchiveDocuments documents = reader.documents();
      DatasetInfo info = documents.datasets().get(0);

      assertThat(documents.datasets()).hasSize(1);
      assertThat(info.key()).isEqualTo("6ac3f774");
      assertThat(info.title()).isEqualTo("Research-grade Observations");
      assertThat(info.rights())
          .isEqualTo(
              "This work is licensed under a Creative Commons Attribution Non Commercial (CC-BY-NC)"
                  + " 4.0 License.");
      assertThat(info.rightsUrl())
          .contains("http://creativecommons.org/licenses/by-nc/4.0/legalcode");
      assertThat(info.license().code()).isEqualTo(LicenseCode.CC_BY_NC);
      assertThat(info.license().version()).isEqualTo("4.0");
      assertThat(info.citation())
          .isEqualTo("Bee A (2024). Observations. https://doi.org/10.15468/zz9.");
      assertThat(info.doi()).contains("10.15468/ab3s5x");
    }
  }

  @Test
  void theDocumentOfTheArchiveComesFirst() throws IOException {
    Path tar =
        archive()
            .with("dataset/a.xml", EML)
            .with("eml.xml", EML.replace("Research-grade", "All"))
            .tarGz(folder.resolve("a.tgz"));

    try (ArchiveReader reader = ArchiveReader.open(tar)) {
      assertThat(reader.documents().datasets())
          .extracting(DatasetInfo::key)
          .containsExactly("50c9509d", "a");
    }
  }

  @Test
  void gbifsListsFillWhatTheDocumentsLack() throws IOException {
    Path zip =
        archive()
            .with("dataset/a.xml", "<eml><dataset><title>Herbarium W</title></dataset></eml>")
            .with("dataset/b.xml", "<eml><dataset><title>Fungi</title></dataset></eml>")
            .with(
                "rights.txt",
                """

                Dataset: Herbarium W
                Rights as supplied: Free to use
                with credit

                Dataset: Fungi
                Rights as supplied: Not supplied
                """)
            .zip(zip());

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      ArchiveDocuments documents = reader.documents();

      assertThat(documents.datasets())
          .extracting(DatasetInfo::rights)
          .containsExactly("Free to use with credit", "");
      assertThat(documents.datasets().get(0).doi()).isEqualTo(Optional.empty());
      assertThat(documents.notes()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void aListOfMoreLinesThanAnybodyMakesIsReadAsFarAsThereIsRoom() throws IOException {
    Path root =
        archive()
            .with("dataset/a.xml", "<eml><dataset><title>Herbarium W</title></dataset></eml>")
            .with(
                "rights.txt",
                "Dataset: Herbarium W\nRights as supplied: Free"
                    + ("\n" + "y".repeat(99)).repeat(400_000))
            .folder(folder.resolve("f"));

    try (ArchiveReader reader = ArchiveReader.open(root)) {
      ArchiveDocuments documents = reader.documents();

      assertThat(documents.datasets().get(0).rights())
          .startsWith("Free yyyyy")
          .contains("yyyy yyyy");
      assertThat(documents.notes())
          .containsExactly("rights.txt is longer than 32 MB; what is behind that was not read");
    }
  }

  @Test
  void aBrokenDocumentIsNotedAndCostsNothing() throws IOException {
    Path zip =
        archive()
            .with(
                "dataset/a.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><eml>&e;</eml>")
            .with("dataset/b.xml", "<eml><dataset>")
            .with("dataset/c.xml", EML)
            .zip(zip());

    try (ArchiveReader reader = ArchiveReader.open(zip)) {
      ArchiveDocuments documents = reader.documents();

      assertThat(documents.datasets()).extracting(DatasetInfo::key).containsExactly("c");
      assertThat(documents.notes()).hasSize(2);
      assertThat(documents.notes().get(0))
          .isEqualTo("cannot read dataset/a.xml: line 1: it has a DOCTYPE, which is not read");
    }
  }

  private static TestArchive archive() {
    return new TestArchive().with("occurrence.txt", "gbifID\toccurrenceID\n1\ta\n");
  }

  private Path zip() {
    return folder.resolve("a.zip");
  }
}
