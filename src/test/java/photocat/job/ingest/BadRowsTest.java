package photocat.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.command.CommandRunner;
import photocat.source.TestBundle;

/** Every row of a bundle is loaded as it is, or kept with its line and the reason. */
final class BadRowsTest {
  private static final String REJECTS =
      "SELECT file, line, text, reason FROM ingest_rejects ORDER BY file, line";
  private static final String HEADER = "taxon_id\tancestry\trank_level\trank\tname\tactive\n";
  private static final String FURTHER = "47127\t48460\t70\tkingdom\tPlantae\ttrue\n";
  private static final String GOOD = "47126\t48460\t70\tkingdom\tPlantae\ttrue\n";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1~~10~species~Too few|5 columns found, 6 expected",
        "1~~10~species~Too many~true~x|7 columns found, 6 expected",
        "1~~10~species~Too many, empty~true~|7 columns found, 6 expected",
        "x|1 columns found, 6 expected",
        "one~~10~species~No number~true|column taxon_id: could not convert",
        "9999999999999999999~~10~species~Large number~true|column taxon_id: could not convert",
        "1~~low~species~No double~true|column rank_level: could not convert \"low\" to DOUBLE",
        "~~10~species~No number~true|it has no taxon_id",
        "1~~10~species~No truth~maybe|column active: could not convert \"maybe\" to BOOLEAN",
        "1~~10~species~Carriage return~true¶|a carriage return is in the row",
        "1~~10~species~Carriage¶return~true|a carriage return is in the row",
      })
  void keepsABadRow(String row, String reason) throws IOException {
    String bad = row.replace('~', '\t').replace('¶', '\r');

    ingest(HEADER + GOOD + bad + "\n" + FURTHER);

    assertThat(photocat.rows("SELECT name FROM inat_taxa")).containsExactly("Plantae", "Plantae");
    assertThat(photocat.rows(REJECTS)).hasSize(1);
    assertThat(photocat.rows(REJECTS).get(0))
        .startsWith("taxa.csv|3|" + bad + "|")
        .contains(reason);
    assertThat(photocat.said())
        .contains(
            "warning: 1 row could not be loaded; the table ingest_rejects says which and why");
  }

  @Test
  void keepsBlankLines() throws IOException {
    ingest(HEADER + GOOD + "\n\n" + FURTHER);

    assertThat(photocat.rows(REJECTS))
        .containsExactly("taxa.csv|3||the line is blank", "taxa.csv|4||the line is blank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|the line is blank", "x|1 columns found, 6 expected", "~~~~~|it has no taxon_id"})
  void keepsManyBadRowsInLittleMemory(String row, String reason) throws IOException {
    ingest(HEADER + GOOD + (row.replace('~', '\t') + "\n").repeat(300_000) + FURTHER);

    assertThat(
            photocat.rows(
                "SELECT count(*), max(line), min(reason), max(reason) FROM ingest_rejects"))
        .containsExactly("300000|300002|%1$s|%1$s".formatted(reason));
    assertThat(photocat.rows("SELECT count(*) FROM inat_taxa")).containsExactly("2");
  }

  @Test
  void keepsARowOfSeveralBadColumnsOnce() throws IOException {
    ingest(HEADER + GOOD + "one\t\tlow\tspecies\tBad\tmaybe\n");

    assertThat(photocat.rows(REJECTS)).hasSize(1);
    assertThat(photocat.rows(REJECTS).get(0)).contains("taxon_id", "; ", "rank_level", "active");
  }

  @Test
  void keepsARowThatIsNotUnicode() throws IOException {
    ByteArrayOutputStream taxa = new ByteArrayOutputStream();
    taxa.write((HEADER + GOOD + "1\t\t10\tspecies\tGr").getBytes(UTF_8));
    taxa.write(0xfc);
    taxa.write(("n\ttrue\n" + FURTHER).getBytes(UTF_8));

    ingest(taxa.toByteArray());

    assertThat(photocat.rows(REJECTS)).hasSize(1);
    assertThat(photocat.rows(REJECTS).get(0))
        .startsWith("taxa.csv|3|1\t\t10\tspecies\tGr")
        .contains("Invalid unicode");
    assertThat(photocat.rows("SELECT count(*) FROM inat_taxa")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "observers.csv;~ann~Ann;observer_id",
        "observations.csv;~1~38~-122~~47126~research~2011-05-30~0.5;observation_uuid",
        "photos.csv;9b5ca6f4-fb23-47ff-b581-5fe3f9d068aa~~526ababd-aff2-4ce8-b111-d8013b9d8b42~1~jpg~CC0~9~9~0;photo_id",
        "photos.csv;9b5ca6f4-fb23-47ff-b581-5fe3f9d068aa~7~~1~jpg~CC0~9~9~0;observation_uuid",
        "projects.csv;~Trees~trees;project_id",
        "observations_projects.csv;~7;observation_uuid",
        "observations_projects.csv;526ababd-aff2-4ce8-b111-d8013b9d8b42~;project_id"
      })
  void keepsARowWithoutAnIdentifier(String file, String row, String column) throws IOException {
    TestBundle bundle = TestBundle.sixTables();
    String path = TestBundle.FOLDER + file;
    String bad = row.replace('~', '\t');

    ingest(bundle.with(path, bundle.text(path) + bad + "\n"));

    assertThat(photocat.rows("SELECT text, reason FROM ingest_rejects WHERE file = '" + file + "'"))
        .containsExactly(bad + "|it has no " + column);
  }

  @ParameterizedTest
  @CsvSource({"1100000", "2500000", "41000000"})
  void keepsTheStartOfARowThatIsTooLong(int length) throws IOException {
    ingest(HEADER + GOOD + "1\t\t10\tspecies\t" + "x".repeat(length) + "\ttrue\n" + FURTHER);

    assertThat(photocat.rows("SELECT line, length(text), reason FROM ingest_rejects"))
        .containsExactly("3|10000|the row is longer than 1 MB");
    assertThat(photocat.rows("SELECT count(*) FROM inat_taxa")).containsExactly("2");
  }

  @Test
  void keepsALastRowWithoutALineFeed() throws IOException {
    ingest(HEADER + GOOD + "1\t\t10");

    assertThat(photocat.rows(REJECTS))
        .containsExactly("taxa.csv|3|1\t\t10|3 columns found, 6 expected");
  }

  @Test
  void loadsWhatIsOddButFits() throws IOException {
    photocat.forget();
    Files.write(
        folder.resolve("bundle.tar"),
        TestBundle.fourTables()
            .with(
                "x/taxa.csv",
                HEADER
                    + "1\t\t33.5\tzoosubsection\t\"quoted\ttrue\n"
                    + "2\t\t\t\t\\N, NULL '' 🐝\u0000\u000b \t\n")
            .without(TestBundle.FOLDER + "taxa.csv")
            .tar());

    photocat.done("ingest", "inat-open-data", "--from", "bundle.tar");

    assertThat(photocat.rows("FROM inat_taxa ORDER BY taxon_id"))
        .containsExactly(
            "1|null|33.5|zoosubsection|\"quoted|true",
            "2|null|null|null|\\N, NULL '' 🐝\u0000\u000b |null");
  }

  private static void ingest(String taxa) throws IOException {
    ingest(taxa.getBytes(UTF_8));
  }

  private static void ingest(byte[] taxa) throws IOException {
    ingest(TestBundle.fourTables().with(TestBundle.FOLDER + "taxa.csv", taxa));
  }

  private static void ingest(TestBundle bundle) throws IOException {
    photocat.forget();
    Files.write(folder.resolve("bundle.tar"), bundle.tar());

    int exitCode = photocat.run("ingest", "inat-open-data", "--from", "bundle.tar");

    assertThat(exitCode).as(photocat.said()).isEqualTo(3);
    assertThat(folder.toFile().list()).containsExactly("bundle.tar");
  }
}
