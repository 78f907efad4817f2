package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs where there is no catalogue: what makes one, and what does not. */
final class NoCatalogTest {
  /** Those that have something to keep. */
  private static final Set<String> FILLING =
      Set.of(
          "photocat collect",
          "photocat ingest inat-open-data",
          "photocat ingest dwca",
          "photocat ingest urls",
          "photocat ingest gbif-search",
          "photocat ingest inat-api",
          "photocat gbif request",
          "photocat gbif status",
          "photocat gbif wait",
          "photocat gbif fetch",
          "photocat gbif cancel",
          "photocat shortlist load",
          "photocat shortlist names",
          "photocat override add",
          "photocat override load",
          "photocat demo");

  /** Those that have to do with files of the user's only. */
  private static final Set<String> BESIDE =
      Set.of(
          "photocat settings",
          "photocat recipes",
          "photocat recipe show",
          "photocat recipe edit",
          "photocat recipe save",
          "photocat recipe check");

  @TempDir private Path folder;
  private WholeRun run;

  @BeforeEach
  void liveAlone() {
    run = new WholeRun(folder).with("PHOTOCAT_CATALOG", "no/such/bees.duckdb");
  }

  @TestFactory
  List<DynamicTest> everyCommandButThoseThatFillItSaysThatThereIsNoneAndMakesNothing() {
    List<DynamicTest> tests = new ArrayList<>();
    for (List<String> words : leaves(EveryCommand.in(folder))) {
      String command = words.get(0);
      if (!FILLING.contains(command)) {
        tests.add(DynamicTest.dynamicTest(command, () -> makesNothing(command, words)));
      }
    }
    return tests;
  }

  private void makesNothing(String command, List<String> words) {
    int exitCode = run.of(words.subList(1, words.size()).toArray(String[]::new));

    assertThat(folder.resolve("no")).doesNotExist();
    if (!BESIDE.contains(command)) {
      assertThat(exitCode).as(run.narration()).isEqualTo(4);
      assertThat(run.data()).isEmpty();
    }
  }

  @Test
  void saysWhoNamedItAndWhatMakesIt() {
    assertThat(run.of("status")).isEqualTo(4);
    assertThat(run.narration())
        .isEqualTo(
            """
            error: there is no catalogue at %s, which PHOTOCAT_CATALOG names
              hint: 'ingest inat-open-data' or 'shortlist load FILE' makes it; --catalog FILE names another
            """
                .formatted(file()));
    assertThat(run.of("run", "coverage", "--catalog", "other.duckdb")).isEqualTo(4);
    assertThat(run.narration())
        .startsWith(
            "error: there is no catalogue at %s\n".formatted(folder.resolve("other.duckdb")));
    assertThat(run.of("--read-only", "shortlist", "load", "names.csv")).isEqualTo(4);
    assertThat(run.narration()).contains("hint: leave out --read-only to make it\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sqlOverFilesOfTheUserNeedsNone() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "a,b\n1,2\n");
    String script =
        """
        SET VARIABLE least = 1;
        CREATE TEMP TABLE own AS FROM '%1$s/own.csv';
        ATTACH '%1$s/mine.duckdb' AS mine;
        CREATE TABLE mine.kept AS FROM own;
        COPY own TO '%1$s/copy.csv';
        SELECT a + b AS sum FROM mine.kept WHERE a >= getvariable('least');
        """
            .formatted(folder);

    assertThat(run.on(script)).as(run.narration()).isZero();

    assertThat(run.data()).isEqualTo("sum\n3\n");
    assertThat(run.narration()).isEmpty();
    assertThat(folder.resolve("copy.csv")).hasContent("a,b\n1,2");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void saysThatItIsMissingWhereATableIs() {
    assertThat(run.of("-c", "FROM shortlist")).isEqualTo(1);
    assertThat(run.narration())
        .startsWith("error: Catalog Error: Table with name shortlist does not exist")
        .endsWith(
            "  hint: there is no catalogue at %s: 'ingest inat-open-data' or 'shortlist load FILE' makes it\n"
                .formatted(file()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsToBeKeptMakesItAndTakesAlongWhatWasThereBefore() {
    String script =
        """
        SET VARIABLE least = 2;
        CREATE TEMP TABLE own AS FROM range(4) AS t(n);
        BEGIN;
        CREATE TABLE kept AS FROM own WHERE n >= getvariable('least');
        COMMIT;
        SELECT count(*) AS temporary FROM own;
        """;

    assertThat(run.on(script)).as(run.narration()).isZero();

    assertThat(run.narration()).isEqualTo("made the catalogue %s\n".formatted(file()));
    assertThat(run.data()).isEqualTo("temporary\n4\n");
    assertThat(folder.resolve("no/such/photocat.log")).content().contains("applying schema/V001");
    assertThat(folder.resolve("no/such/bees.duckdb.sock")).doesNotExist();
    assertThat(
            run.of("-c", "SELECT sum(n) AS s, current_database() AS d FROM kept", "-c", "status"))
        .as(run.narration())
        .isZero();
    assertThat(run.data()).startsWith("s,d\n5,bees\n");
  }

  @Test
  void aCommandThatFillsItMakesItForTheStatementsAfterIt() throws IOException {
    Files.writeString(folder.resolve("names.csv"), "name\nApis mellifera\n");

    int exitCode =
        run.of(
            "-c",
            "CREATE TEMP TABLE own AS SELECT 'Apis mellifera' AS scientific_name",
            "-c",
            "shortlist load names.csv",
            "-c",
            "SELECT count(*) AS both FROM shortlist JOIN own USING (scientific_name)",
            "-c",
            "status",
            "-c",
            "catalog copy copy.duckdb");

    assertThat(exitCode).as(run.narration()).isZero();
    assertThat(run.data()).contains("both\n1\n");
    assertThat(run.narration()).startsWith("made the catalogue %s\n".formatted(file()));
    assertThat(run.of("--catalog", "copy.duckdb", "-c", "SELECT count(*) AS n FROM shortlist"))
        .isZero();
    assertThat(run.data()).isEqualTo("n\n1\n");
  }

  @Test
  void aDatabaseOfTheUserMayHaveItsName() {
    String script =
        """
        ATTACH '%s/bees.duckdb';
        CREATE TABLE bees.theirs AS SELECT 1 AS n;
        CREATE TABLE ours AS SELECT 2 AS n;
        SELECT t.n + o.n AS sum FROM bees.theirs AS t, ours AS o;
        """
            .formatted(folder);

    assertThat(run.on(script)).as(run.narration()).isZero();
    assertThat(run.data()).isEqualTo("sum\n3\n");
    assertThat(run.of("-c", "FROM ours")).as(run.narration()).isZero();
    String[] theirs = {
      "--catalog", "bees.duckdb", "--create-in", "--mode", "csv", "-c", "FROM theirs"
    };
    assertThat(run.of(theirs)).as(run.narration()).isZero();
  }

  @Test
  void aReaderKeepsNothing() {
    assertThat(run.of("--read-only", "-c", "SELECT 1 AS n")).as(run.narration()).isZero();
    assertThat(run.of("--read-only", "-c", "CREATE TABLE t AS SELECT 1 AS n")).isEqualTo(4);
    assertThat(run.narration())
        .isEqualTo(
            """
            error: there is no catalogue at %s, which PHOTOCAT_CATALOG names
              hint: leave out --read-only to make it
            """
                .formatted(file()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhyItCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("no"), "a file in the way");

    assertThat(run.of("-c", "CREATE TABLE t AS SELECT 1 AS n")).isEqualTo(4);
    assertThat(run.narration())
        .startsWith(
            "error: cannot open catalogue %s: %s is not a folder\n"
                .formatted(file(), folder.resolve("no")));
    assertThat(run.of("-c", ".safe", "-c", "SELECT 1 AS n")).as(run.narration()).isZero();
    Files.delete(folder.resolve("no"));
    assertThat(run.of("-c", ".safe", "-c", "CREATE TABLE t AS SELECT 1 AS n")).isEqualTo(4);
    assertThat(run.narration())
        .endsWith(
            """
            error: cannot open catalogue %s: .safe forbids it
              hint: run .safe when the catalogue is there
            """
                .formatted(file()));
  }

  private Path file() {
    return folder.resolve("no/such/bees.duckdb");
  }

  /** Every command that runs, with as many arguments as it cannot do without. */
  private static List<List<String>> leaves(CommandLine line) {
    if (!line.getSubcommands().isEmpty()) {
      return line.getSubcommands().values().stream()
          .distinct()
          .flatMap(each -> leaves(each).stream())
          .toList();
    }
    CommandSpec spec = line.getCommandSpec();
    List<String> words = new ArrayList<>(List.of(spec.qualifiedName()));
    words.addAll(List.of(spec.qualifiedName().split(" ")).subList(1, depth(spec)));
    spec.options().stream()
        .filter(OptionSpec::required)
        .forEach(option -> words.addAll(List.of(option.longestName(), "1")));
    spec.positionalParameters().stream()
        .filter(parameter -> parameter.arity().min() > 0)
        .forEach(
            parameter -> words.add(parameter.paramLabel().equals("RECIPE") ? "coverage" : "1"));
    return List.of(words);
  }

  private static int depth(CommandSpec spec) {
    return spec.qualifiedName().split(" ").length;
  }
}
