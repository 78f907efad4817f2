package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;

/** photocat as a process of its own: exit codes, and what reaches the pipes. */
final class ProcessTest {
  private static final long PATIENCE_SECONDS = 30;

  @TempDir private Path folder;

  /** What a process left behind. */
  private record Ended(int exitCode, String data, String narration) {}

  @BeforeEach
  void makeCatalogue() {
    NewCatalog.put(catalogue());
  }

  @Test
  void writesCsvAndNothingElseOnAPipeAndLoadsNoJLine() throws Exception {
    Path classes = folder.resolve("classes.log");

    Ended ended =
        run(
            List.of("-Xlog:class+load:file=" + classes),
            "",
            "-c",
            "SELECT 1 AS a, chr(27) || 'é🐝' AS b",
            "--mode",
            "table");
    Ended csv = run(List.of(), "SELECT 42 AS x;\n.recipes --tag none\n");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.data()).contains("│ 1 │ \\x1bé🐝 │").endsWith("1 row\n");
    assertThat(ended.narration()).isEmpty();
    assertThat(ended.data()).doesNotContain("\u001b");
    assertThat(Files.readString(classes)).contains("photocat.").doesNotContain("org.jline");
    assertThat(csv)
        .isEqualTo(new Ended(0, "x\n42\nrecipe,title,tags,parameters,writes,origin\n", ""));
  }

  @Test
  void runsTextsAndFilesInTheOrderGivenAndStopsAtTheFirstError() throws Exception {
    Path good = Files.writeString(folder.resolve("good.sql"), "SELECT 'file' AS x;");
    Path bad = Files.writeString(folder.resolve("bad.sql"), "SELECT 1 AS y;\n\nSELECT nope;\n");

    Ended ended =
        run(
            List.of(),
            "SELECT 'stdin' AS x;",
            "-c",
            "SELECT 'text' AS x",
            "-f",
            good.toString(),
            "-f",
            "-",
            "-f",
            bad.toString(),
            "-c",
            "SELECT 'never'");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.data()).isEqualTo("x\ntext\nx\nfile\nx\nstdin\ny\n1\n");
    assertThat(ended.narration())
        .startsWith("error: " + bad + ":3: Binder Error")
        .doesNotContain("\u001b");
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    assertThat(run(List.of(), "", "nonsense").exitCode()).isEqualTo(2);
    assertThat(run(List.of(), "", "--mode", "xml").narration())
        .startsWith(
            "error: --mode is xml, must be table, box, line, markdown, csv, tsv, json, jsonl or"
                + " none");
  }

  @Test
  void aCommandThatFindsSomethingAmissEndsWithThreeAndTheScriptGoesOn() throws Exception {
    Files.writeString(folder.resolve("names.csv"), "key,name\nk1,Apis mellifera\n");
    Files.createDirectories(folder.resolve("photos/apis"));
    Files.createFile(folder.resolve("photos/apis/extra.jpg"));

    Ended ended =
        run(
            List.of(),
            """
            INSERT INTO snapshots BY NAME
                SELECT 1 AS snapshot_id, 'inat-open-data' AS source, 'inat-open-data' AS name, 'test' AS origin,
                    0 AS rejected_rows, now() AS started_at, now() AS ingested_at;
            INSERT INTO inat_taxa VALUES (1, NULL, 10, 'species', 'Apis mellifera', true);
            INSERT INTO inat_observations BY NAME
                SELECT uuid() AS observation_uuid, 1 AS taxon_id, 'research' AS quality_grade;
            INSERT INTO inat_photos BY NAME
                SELECT 7 AS photo_id, observation_uuid, 1 AS observer_id, 'jpg' AS extension,
                    'CC0' AS license, 9 AS width, 9 AS height, 0 AS position
                FROM inat_observations;
            shortlist load names.csv --key key --name name
            match
            manifest build bees
            verify bees --root photos
            SELECT 'goes on' AS x;
            """,
            "--quiet",
            "--write-own-tables");

    assertThat(ended.exitCode()).as(ended.narration()).isEqualTo(3);
    assertThat(ended.narration()).contains("1 extra");
    assertThat(ended.data()).endsWith("x\ngoes on\n");
  }

  @Test
  void aLockedCatalogueEndsWithFourAndNamesTheHolder() throws Exception {
    try (Catalog held = Catalog.open(catalogue(), CatalogSettings.DEFAULTS)) {
      Ended ended = run(List.of(), "", "-c", "SELECT 1");

      assertThat(held.file()).contains(catalogue());
      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(ended.data()).isEmpty();
      assertThat(ended.narration())
          .contains("process " + ProcessHandle.current().pid() + " (")
          .contains("hint: ");
    }
  }

  @Test
  void endsAtOnceAndInSilenceWhenItsReaderGoes() throws Exception {
    Process process = start(List.of(), "-c", "FROM range(1000000000000) AS t(n)");
    try (BufferedReader data =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(data.readLine()).isEqualTo("n");
    }

    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
  }

  private Ended run(List<String> flags, String input, String... arguments) throws Exception {
    Process process = start(flags, arguments);
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String data = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String narration = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), data, narration);
  }

  private Process start(List<String> flags, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OtherJvm.command(flags, Main.class, arguments))
            .directory(folder.toFile());
    builder.environment().put("PHOTOCAT_CATALOG", catalogue().toString());
    return builder.start();
  }

  private Path catalogue() {
    return folder.resolve("photocat.duckdb");
  }
}
