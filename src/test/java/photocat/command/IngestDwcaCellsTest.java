package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of records and media that meta.xml or the header does not tell of, or that rows lack. */
final class IngestDwcaCellsTest {
  private static final String META =
      """
      <archive>
      <core rowType='http://rs.tdwg.org/dwc/terms/Occurrence' %1$s>
        <files><location>o.txt</location>%2$s</files><id index='0'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/scientificName'/></core>
      <extension rowType='http://rs.gbif.org/terms/1.0/Multimedia' %1$s>
        <files><location>m.txt</location></files><coreid index='0'/>
        <field index='1' term='http://purl.org/dc/terms/identifier'/></extension>
      </archive>
      """;
  private static final String TABS =
      "fieldsTerminatedBy='\\t' fieldsEnclosedBy='' ignoreHeaderLines='1'";

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    file("meta.xml", META.formatted(TABS, ""));
    file("o.txt", "id\tsex\tname\tmood\n1\tf\tViola alba\tgay\n2\tm\tViola odorata\t\n");
    file("m.txt", "id\turl\tshot\n1\thttps://h/1.jpg\tclose\n2\thttps://h/2.jpg\tfar\n");
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("a")).resolve(name), text);
  }

  @Test
  void areKeptByTheirPlace() {
    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT id, cell_2, cell_4 FROM dwca_records ORDER BY 1"))
        .containsExactly("1|f|gay", "2|m|null");
    assertThat(photocat.rows("SELECT id, cell_3 FROM dwca_media ORDER BY 1"))
        .containsExactly("1|close", "2|far");
  }

  @Test
  void chooseRecordsAndPhotos() {
    photocat.done("ingest", "dwca", "a", "--where", "cell_2 = 'f'");
    photocat.done(
        "manifest",
        "build",
        "m",
        "--from",
        "dwca",
        "--label",
        "cell_4",
        "--license",
        "unknown",
        "--where",
        "media.cell_3 = 'close' AND cell_2 = 'f'");

    assertThat(photocat.rows("SELECT id FROM dwca_records")).containsExactly("1");
    assertThat(photocat.rows("SELECT url FROM manifest_photos")).containsExactly("https://h/1.jpg");
  }

  @Test
  void filesOfOneTableMayDifferInThem() throws IOException {
    file("meta.xml", META.formatted(TABS, "<location>p.txt</location>"));
    file("p.txt", "id\tsex\tname\tmood\tmore\n3\tf\tViola mirabilis\tsad\tno\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT id, cell_4, cell_5 FROM dwca_records ORDER BY 1"))
        .containsExactly("1|gay|null", "2|null|null", "3|sad|no");
    photocat.done("ingest", "dwca", "a", "--where", "cell_4 = 'sad'");
    assertThat(photocat.rows("SELECT id FROM dwca_records")).containsExactly("3");
  }

  @Test
  void aHeaderCellWithoutAWordIsNone() throws IOException {
    Files.delete(folder.resolve("a/meta.xml"));
    Files.delete(folder.resolve("a/m.txt"));
    file("o.txt", "occurrenceID\t\tscientificName\t\n1\tx\tViola alba\ty\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT occurrenceID, cell_2, cell_4 FROM dwca_records"))
        .containsExactly("1|x|y");
  }

  /** Tabs and line ends stand as {@code ~} and {@code /}. */
  @ParameterizedTest
  @CsvSource({
    // A TAB at the end of the header alone; the last column left out; two; both.
    "id~sex~name~/1~f~Viola alba/2~m~Viola odorata/,3 columns; not 4; what they lack at the end is empty",
    "id~sex~name~mood~more/1~f~Viola alba/2~m~Viola odorata/,3 columns; not 5; what they lack at the end is empty",
    // One empty cell more than the header has.
    "id~sex~name/1~f~Viola alba~/2~m~Viola odorata~/,4 columns; not 3; the rest of them is empty",
    "id~sex~name/1~f~Viola alba~~/2~m~Viola odorata~~/,5 columns; not 3; the rest of them is empty"
  })
  void rowsThatAllLackTheLastCellsAreRows(String text, String told) throws IOException {
    file("o.txt", text.replace('~', '\t').replace('/', '\n'));

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.said())
        .startsWith(
            "warning: o.txt: rows have "
                + told.replaceFirst(";", ",")
                + "\ningested 2 records and 2");
    assertThat(photocat.rows("SELECT id, cell_2, scientificName FROM dwca_records ORDER BY 1"))
        .containsExactly("1|f|Viola alba", "2|m|Viola odorata");
  }

  @Test
  void aRowThatIsCutIsKeptApart() throws IOException {
    file(
        "o.txt",
        "id\tsex\tname\t\n1\tf\tViola alba\n2\tm\n3\tf\tViola alba\n4\tm\tViola\tsad\n5\tm\tViola\n");

    assertThat(photocat.run("ingest", "dwca", "a")).isEqualTo(3);

    assertThat(photocat.rows("SELECT id, cell_4 FROM dwca_records ORDER BY 1"))
        .containsExactly("1|null", "3|null", "4|sad", "5|null");
    assertThat(photocat.rows("SELECT line, text, reason FROM ingest_rejects"))
        .containsExactly("3|2\tm|2 columns found, 4 expected");
  }

  @Test
  void whatStandsBeyondTheHeaderIsNoRow() throws IOException {
    file(
        "o.txt", "id\tsex\tname\n1\tf\tViola\talba\n2\tm\tViola\tod\n3\tf\tViola\t\n4\tm\tViola\n");

    assertThat(photocat.run("ingest", "dwca", "a")).isEqualTo(3);

    assertThat(photocat.rows("SELECT id FROM dwca_records ORDER BY 1")).containsExactly("3", "4");
    assertThat(photocat.rows("SELECT line, reason FROM ingest_rejects"))
        .containsExactly("2|4 columns found, 3 expected", "3|4 columns found, 3 expected");
  }

  @Test
  void quotedCellsAreBroughtToTheWidthOfTheHeaderToo() throws IOException {
    String commas = "fieldsTerminatedBy=',' ignoreHeaderLines='1'";
    file("meta.xml", META.formatted(commas, ""));
    file("o.txt", "id,sex,name,\n1,\"f,\nm\",\"Viola alba\"\n2,x\"y,\"Viola \"\"x\"\"\"\n");
    file("m.txt", "id,url\n1,https://h/1.jpg,\"\"\n2,\"https://h/2.jpg\",\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT id, cell_2, scientificName FROM dwca_records ORDER BY 1"))
        .containsExactly("1|f,\nm|Viola alba", "2|x\"y|Viola \"x\"");
    assertThat(photocat.rows("SELECT id, identifier FROM dwca_media ORDER BY 1"))
        .containsExactly("1|https://h/1.jpg", "2|https://h/2.jpg");
  }

  @Test
  void rowsWithoutAHeaderMayLackTheLastColumnThatMetaXmlTellsOf() throws IOException {
    String headless = TABS.replace("ignoreHeaderLines='1'", "");
    String last = "<field index='3' term='http://rs.tdwg.org/dwc/terms/sex'/></core>";
    file("meta.xml", META.formatted(headless, "").replace("</core>", last));
    file("o.txt", "1\tf\tViola alba\n2\tm\tViola odorata\n");
    file("m.txt", "1\thttps://h/1.jpg\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT id, cell_2, sex FROM dwca_records ORDER BY 1"))
        .containsExactly("1|f|null", "2|m|null");
  }
}
