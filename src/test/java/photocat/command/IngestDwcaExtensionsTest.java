package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of an archive that hold neither records nor media. */
final class IngestDwcaExtensionsTest {
  private static final String TABS =
      "fieldsTerminatedBy='\\t' fieldsEnclosedBy='' ignoreHeaderLines='1'";
  private static final String COMMAS = "fieldsTerminatedBy=',' ignoreHeaderLines='1'";
  private static final String META =
      """
      <archive>
      <core rowType='http://rs.tdwg.org/dwc/terms/Occurrence' %1$s>
        <files><location>occurrence.txt</location></files><id index='0'/>
        <field index='0' term='http://rs.gbif.org/terms/1.0/gbifID'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/scientificName'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/kingdom'/></core>
      <extension rowType='http://rs.tdwg.org/dwc/terms/Occurrence' %1$s>
        <files><location>verbatim.txt</location></files><coreid index='0'/>
        <field index='0' term='http://rs.gbif.org/terms/1.0/gbifID'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/locality'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/habitat'/></extension>
      <extension rowType='http://rs.tdwg.org/dwc/terms/MeasurementOrFact' %2$s>
        <files><location>facts.csv</location></files><coreid index='0'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/measurementType'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/measurementValue'/>
        <field index='2' term='http://purl.org/dc/terms/description'/>
        <field term='http://rs.tdwg.org/dwc/terms/measurementUnit' default='it&apos;s mm'/>
      </extension>
      <extension rowType='http://rs.gbif.org/terms/1.0/Multimedia' %2$s>
        <files><location>media.csv</location></files><coreid index='0'/>
        <field index='1' term='http://purl.org/dc/terms/identifier'/>
        <field index='2' term='http://purl.org/dc/terms/license'/></extension>
      </archive>
      """
          .formatted(TABS, COMMAS);
  private static final String ALL_CELLS =
      "SELECT file, row_type, core_id, cells FROM dwca_extension_rows ORDER BY ALL";

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    file("meta.xml", META);
    file(
        "occurrence.txt",
        "id\tname\tkingdom\n1\tViola alba\tPlantae\n2\tApis mellifera\tAnimalia\n");
    file(
        "verbatim.txt",
        "gbifID\tlocality\thabitat\n1\tA \"wood\", near ' Ghent\t\n2\t\t{'a'=b}; DROP\n");
    file(
        "facts.csv",
        """
        id,type,value
        1,height,"12
        or ""13\"""
        1,"",
        """);
    file("media.csv", "id,url,licence\n1,https://h/1.jpg,CC0\n2,https://h/2.jpg,CC0\n");
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("bees")).resolve(name), text);
  }

  @Test
  void areToldOfAndLeftOut() {
    photocat.done("ingest", "dwca", "bees");

    assertThat(photocat.said())
        .startsWith(
            "warning: left out verbatim.txt, facts.csv: neither media nor the records of occurrence.txt;"
                + " --extensions keeps such rows too\ningested 2 records and 2 media records in ");
    assertThat(photocat.rows("SELECT count(*) FROM dwca_extension_rows")).containsExactly("0");
  }

  @Test
  void areKeptWithEveryCellThatIsNotEmpty() {
    photocat.done("ingest", "dwca", "bees", "--extensions");

    assertThat(photocat.said())
        .startsWith("ingested 2 records, 2 media records and 4 rows of extensions in ");
    assertThat(photocat.rows(ALL_CELLS))
        .containsExactlyInAnyOrder(
            "verbatim.txt|Occurrence|1|{gbifID=1, locality=A \"wood\", near ' Ghent}",
            "verbatim.txt|Occurrence|2|{gbifID=2, habitat={'a'=b}; DROP}",
            "facts.csv|MeasurementOrFact|1|{measurementType=height, measurementValue=12\nor \"13\","
                + " description=12\nor \"13\", measurementUnit=it's mm}",
            "facts.csv|MeasurementOrFact|1|{measurementUnit=it's mm}");
    assertThat(
            photocat.rows(
                """
                SELECT scientificName, cells['locality']
                FROM dwca_extension_rows
                JOIN dwca_records USING (snapshot_id, core_id)
                WHERE cells['habitat'] IS NULL AND row_type = 'Occurrence'
                """))
        .containsExactly("Viola alba|A \"wood\", near ' Ghent");
    assertThat(
            photocat.rows(
                "SELECT loaded_rows FROM snapshot_tables WHERE table_name = 'dwca_extension_rows'"))
        .containsExactly("4");
  }

  @Test
  void cellsThatTheArchiveSaysNothingOfAreKeptByTheirPlace() throws IOException {
    file("facts.csv", "id,type,value,more\n1,height,12,by eye\n");

    photocat.done("ingest", "dwca", "bees", "--extensions");

    assertThat(photocat.rows("SELECT cells['cell_4'] FROM dwca_extension_rows WHERE core_id = 1"))
        .contains("by eye");
  }

  @Test
  void anExtensionMayHaveKeysOnly() throws IOException {
    file(
        "meta.xml",
        META.replaceAll("(?s)<field index='1' term='[^']*measurementType.*?</ext", "</ext"));
    file("facts.csv", "id\n1\n2\n");

    photocat.done("ingest", "dwca", "bees", "--extensions");

    assertThat(
            photocat.rows(
                "SELECT core_id, cells FROM dwca_extension_rows WHERE file = 'facts.csv' ORDER BY 1"))
        .containsExactly("1|{}", "2|{}");
  }

  @Test
  void badRowsAreKeptApart() throws IOException {
    file("facts.csv", "id,type,value\n1,height\n1,width,3\n");

    assertThat(photocat.run("ingest", "dwca", "bees", "--extensions")).isEqualTo(3);

    assertThat(photocat.rows("SELECT file, line, text, reason FROM ingest_rejects"))
        .containsExactly("facts.csv|2|1,height|2 columns found, 3 expected");
    assertThat(
            photocat.rows(
                "SELECT loaded_rows, rejected_rows FROM snapshot_tables WHERE table_name = 'dwca_extension_rows'"))
        .containsExactly("3|1");
  }

  @Test
  void areReplacedWithTheirArchiveAndStayWithOthers() {
    photocat.done("ingest", "dwca", "bees", "--extensions");
    photocat.done("ingest", "dwca", "bees", "--extensions", "--name", "others");
    String counts =
        """
        SELECT name, count(*) FROM dwca_extension_rows JOIN snapshots USING (snapshot_id)
        GROUP BY ALL ORDER BY ALL
        """;

    photocat.done("ingest", "dwca", "bees", "--extensions");
    assertThat(photocat.rows(counts)).containsExactly("bees|4", "others|4");
    assertThat(photocat.runStopped("ingest", "dwca", "bees")).isEqualTo(130);
    assertThat(photocat.rows(counts)).containsExactly("bees|4", "others|4");
    photocat.done("ingest", "dwca", "bees");
    assertThat(photocat.rows(counts)).containsExactly("others|4");
  }

  @Test
  void belongToTheRecordsThatAreTakenIn() {
    photocat.done("ingest", "dwca", "bees", "--extensions", "--where", "kingdom = 'Animalia'");

    assertThat(photocat.rows("SELECT file, core_id FROM dwca_extension_rows"))
        .containsExactly("verbatim.txt|2");
  }

  @Test
  void choosePhotosOfAManifest() {
    photocat.done("ingest", "dwca", "bees", "--extensions");

    photocat.done(
        "manifest",
        "build",
        "m",
        "--from",
        "dwca",
        "--label",
        "species",
        "--where",
        """
        (media.snapshot_id, media.core_id) IN (
            SELECT (snapshot_id, core_id) FROM dwca_extension_rows WHERE cells['locality'] LIKE '%Ghent'
        )
        """);

    assertThat(photocat.rows("SELECT url FROM manifest_photos")).containsExactly("https://h/1.jpg");
  }

  /** Media stand before the occurrences, which alone have a kingdom. */
  @Test
  void mediaThatStandBeforeTheirRecordsAreKeptToo() throws IOException {
    file(
        "meta.xml",
        """
        <archive>
        <core rowType='http://rs.tdwg.org/dwc/terms/Event' %1$s>
          <files><location>event.csv</location></files><id index='0'/></core>
        <extension rowType='http://rs.gbif.org/terms/1.0/Multimedia' %1$s>
          <files><location>media.csv</location></files><coreid index='0'/>
          <field index='1' term='http://purl.org/dc/terms/identifier'/></extension>
        <extension rowType='http://rs.tdwg.org/dwc/terms/Occurrence' %1$s>
          <files><location>occurrence.csv</location></files><coreid index='0'/>
          <field index='1' term='http://rs.tdwg.org/dwc/terms/kingdom'/></extension>
        </archive>
        """
            .formatted(COMMAS));
    file("event.csv", "id\ne1\ne2\n");
    file("media.csv", "id,url\ne1,https://h/1.jpg\ne2,https://h/2.jpg\n");
    file("occurrence.csv", "id,kingdom\ne1,Animalia\ne2,Plantae\n");

    photocat.done("ingest", "dwca", "bees", "--where", "kingdom = 'Plantae'");

    assertThat(photocat.rows("SELECT identifier FROM dwca_media"))
        .containsExactly("https://h/2.jpg");
  }

  @Test
  void aCellOfTwoTermsIsInBothColumns() throws IOException {
    file(
        "meta.xml",
        META.replace(
            "<field index='2' term='http://rs.tdwg.org/dwc/terms/kingdom'/>",
            "<field index='1' term='http://rs.tdwg.org/dwc/terms/originalNameUsage'/>"));

    photocat.done("ingest", "dwca", "bees");

    assertThat(
            photocat.rows("SELECT scientificName, originalNameUsage FROM dwca_records ORDER BY 1"))
        .containsExactly("Apis mellifera|Apis mellifera", "Viola alba|Viola alba");
  }

  @Test
  void withoutAMetaFileAreKnownByTheirNames() throws IOException {
    Files.delete(folder.resolve("bees/meta.xml"));
    file("occurrence.txt", "gbifID\tbasisOfRecord\tscientificName\n1\tx\tViola alba\n");
    file("verbatim.txt", "gbifID\tbasisOfRecord\tlocality\tOwn Word\n1\tx\tGhent\tso\n");
    file("facts.csv", "id,language,vernacularName\n1,en,White Violet\n");

    photocat.done("ingest", "dwca", "bees", "--extensions");

    assertThat(photocat.rows(ALL_CELLS))
        .containsExactly(
            "facts.csv|null|1|{language=en, vernacularName=White Violet}",
            "verbatim.txt|null|1|{gbifID=1, basisOfRecord=x, locality=Ghent, Own Word=so}");
  }
}
