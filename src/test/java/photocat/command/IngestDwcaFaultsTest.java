package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
