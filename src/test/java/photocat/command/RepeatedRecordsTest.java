package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that an archive has twice. */
final class RepeatedRecordsTest {
  private static final String META =
      """
      <archive>
      <core rowType='http://rs.tdwg.org/dwc/terms/Event' fieldsTerminatedBy=','>
        <files><location>e.csv</location></files><id index='0'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/eventDate'/></core>
      <extension rowType='http://rs.tdwg.org/dwc/terms/Occurrence' fieldsTerminatedBy=','>
        <files><location>o.csv</location></files><coreid index='0'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/occurrenceID'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/scientificName'/></extension>
      </archive>
      """;

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void make() throws IOException {
    photocat = new CommandRunner(folder);
    Files.createDirectories(folder.resolve("a"));
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve("a").resolve(name), text);
  }

  @Test
  void countOnceWhereAllCellsAreTheSame() throws IOException {
    file(
        "observations.csv",
        """
        occurrenceID,scientificName,sex
        o1,Viola alba,f
        o1,Viola alba,f
        o1,Viola alba,
        o1,Viola alba,f
        o2,Viola alba,f
        ,Viola alba,f
        ,Viola alba,f
        """);
    file("media.csv", "occurrenceID,type,identifier\no1,StillImage,https://h/1.jpg\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.said())
        .startsWith(
            "warning: left out 2 records that are there once more under the same identifier, cell for"
                + " cell\n")
        .contains("5 records");
    assertThat(photocat.rows("SELECT occurrenceID, sex FROM dwca_records ORDER BY ALL"))
        .containsExactly("o1|f", "o1|null", "o2|f", "null|f", "null|f");
    assertThat(
            photocat.rows(
                "SELECT loaded_rows, rejected_rows FROM snapshot_tables"
                    + " WHERE table_name = 'dwca_records'"))
        .containsExactly("5|0");
    photocat.done("ingest", "dwca", "a");
    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("5");
  }

  @Test
  void ofAnEventAreToldByTheirOwnIdentifier() throws IOException {
    file("meta.xml", META);
    file("e.csv", "e1,2020\n");
    file("o.csv", "e1,o1,Viola alba\ne1,o1,Viola alba\ne1,,Viola odorata\ne1,,Viola odorata\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(
            photocat.rows(
                "SELECT occurrenceID, scientificName FROM dwca_records"
                    + " WHERE record_type = 'occurrence' ORDER BY ALL"))
        .containsExactly("o1|Viola alba", "null|Viola odorata", "null|Viola odorata");
  }

  @Test
  void keyedByTheirEventMayBeSeveral() throws IOException {
    file("o.csv", "eventID,basisOfRecord,scientificName\ne1,H,Viola alba\ne1,H,Viola alba\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("2");
  }

  @Test
  void ofOtherArchivesAreNotCompared() throws IOException {
    file("o.csv", "occurrenceID,scientificName\no1,Viola alba\n");

    photocat.done("ingest", "dwca", "a", "--name", "one");
    photocat.done("ingest", "dwca", "a", "--name", "other");

    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("2");
  }
}
