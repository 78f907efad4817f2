package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import photocat.file.NamedPipes;

/** What a person may give {@code ingest dwca} by mistake, and what he is told. */
final class IngestDwcaFaultsTest {
  private static final String VIOLETS =
      """
      occurrenceID,scientificName,year,associatedMedia
      o1,Viola alba,2020,https://h/1.jpg
      o2,Viola alba,20xx,https://h/2.jpg
      """;

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    Files.writeString(folder.resolve("violets.csv"), VIOLETS);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsRefusedInsteadOfWaitedFor() throws IOException {
    NamedPipes.make(List.of(folder.resolve("pipe.csv")));

    assertThat(photocat.run("ingest", "dwca", "pipe.csv")).isEqualTo(1);

    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot read %s: it is a pipe, and is read more than once
            hint: write it to a file first\
            """
                .formatted(folder.resolve("pipe.csv")));
  }

  @Test
  void aConditionThatAValueBreaksIsAnErrorOfTheCondition() {
    assertThat(photocat.run("ingest", "dwca", "violets.csv", "--where", "year::INTEGER > 2019"))
        .as(photocat.said())
        .isEqualTo(2);

    assertThat(photocat.said())
        .startsWith("error: cannot use --where \"year::INTEGER > 2019\": could not convert")
        .contains("'20xx'")
        .endsWith("hint: it may name the columns of the archive's records, such as kingdom");
    assertThat(photocat.rows("SELECT count(*) FROM snapshots")).containsExactly("0");
  }

  @Test
  void oneFileIsATableWhateverItsName() throws IOException {
    Files.writeString(folder.resolve("violets"), VIOLETS);
    Files.writeString(folder.resolve("violets.dat"), VIOLETS);

    photocat.done("ingest", "dwca", "violets", "--name", "bare");
    photocat.done("ingest", "dwca", "violets.dat");

    assertThat(photocat.rows("SELECT name FROM snapshots ORDER BY name"))
        .containsExactly("bare", "violets.dat");
    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("4");
  }

  @Test
  void aSecondTableOfRecordsIsNotSaidToHaveNone() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts"));
    Files.writeString(parts.resolve("part1.csv"), VIOLETS);
    Files.writeString(parts.resolve("part2.csv"), VIOLETS);

    photocat.done("ingest", "dwca", "parts");

    assertThat(photocat.said())
        .startsWith(
            "warning: left out part2.csv: neither media nor the records of part1.csv; --extensions"
                + " keeps such rows too\n");
  }

  @Test
  void moreColumnsThanATableTakesAreRefused() throws IOException {
    write("first", 600);
    write("second", 600);

    photocat.done("ingest", "dwca", "first");
    photocat.done("ingest", "dwca", "first");
    assertThat(photocat.run("ingest", "dwca", "second")).as(photocat.said()).isEqualTo(1);

    assertThat(photocat.said())
        .containsPattern(
            "error: with 600 more columns the table dwca_records would have 12[0-9]{2}, more than"
                + " 1000\nhint: leave out columns that you do not need, or use another catalogue");
    assertThat(photocat.rows("SELECT DISTINCT name FROM snapshots")).containsExactly("first");
  }

  /** As IPTs map Audubon Core, which has those of Dublin Core in two vocabularies. */
  @Test
  void ofTwoColumnsOfOneNameBothCount() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("twice"));
    Files.writeString(archive.resolve("o.csv"), "o1,Viola alba\n");
    Files.writeString(
        archive.resolve("m.csv"),
        """
        o1,https://h/1,,http://creativecommons.org/licenses/by/4.0/,,Ann,,image/jpeg
        o1,https://h/2,CC0,http://creativecommons.org/licenses/by-nc/4.0/,Bob,Ann,image/png,
        """);
    Files.writeString(
        archive.resolve("meta.xml"),
        """
        <archive><core><files><location>o.csv</location></files><id index='0'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/scientificName'/></core>
        <extension rowType='http://rs.tdwg.org/ac/terms/Multimedia'>
        <files><location>m.csv</location></files><coreid index='0'/>
        <field index='1' term='http://rs.tdwg.org/ac/terms/accessURI'/>
        <field index='2' term='http://purl.org/dc/elements/1.1/rights'/>
        <field index='3' term='http://purl.org/dc/terms/rights'/>
        <field index='4' term='http://purl.org/dc/elements/1.1/creator'/>
        <field index='5' term='http://purl.org/dc/terms/creator'/>
        <field index='6' term='http://purl.org/dc/elements/1.1/format'/>
        <field index='7' term='http://purl.org/dc/terms/format'/></extension></archive>
        """);

    photocat.done("ingest", "dwca", "twice");

    assertThat(
            photocat.rows(
                "SELECT url, license, observer_name, format FROM candidates ORDER BY url"))
        .containsExactly("https://h/1|CC-BY|Ann|image/jpeg", "https://h/2|CC-BY-NC|Bob|image/png");
    assertThat(photocat.rows("SELECT creator, creator_2 FROM dwca_media ORDER BY accessURI"))
        .containsExactly("Ann|Ann", "Bob|Ann");
  }

  private void write(String name, int columns) throws IOException {
    String header =
        IntStream.range(0, columns).mapToObj(i -> "," + name + i).collect(Collectors.joining());
    Files.writeString(
        folder.resolve(name),
        "occurrenceID,scientificName" + header + "\no1,A b" + ",".repeat(columns));
  }
}
