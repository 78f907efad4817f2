package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recipes of a folder that came from elsewhere can do, and what is said of them. */
final class RecipeEffectsTest {
  @TempDir private Path folder;
  private WholeRun run;
  private Path recipes;

  @BeforeEach
  void liveAlone() throws IOException {
    run = new WholeRun(folder).with("PHOTOCAT_CATALOG", folder.resolve("bees.duckdb").toString());
    recipes = Files.createDirectories(folder.resolve("sql/recipes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1 AS n) TO 'out.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1 AS n) TO 'out.csv'",
        "EXPLAIN (ANALYZE, FORMAT json) COPY (SELECT 1 AS n) TO 'out.csv'",
        "EXPORT DATABASE 'out'",
        "ATTACH 'out.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET GLOBAL threads = 1",
        "PRAGMA threads = 1",
        "CALL force_checkpoint()",
        "CHECKPOINT",
        "CREATE TABLE t AS SELECT 1 AS n",
        "CREATE TEMP TABLE t AS SELECT 1 AS n",
        "INSERT INTO own VALUES (2)",
        "WITH two AS (SELECT 2 AS n) INSERT INTO own FROM two",
        "WITH two AS (SELECT 2 AS n) DELETE FROM own WHERE n IN (FROM two)",
        "EXPLAIN ANALYZE INSERT INTO own VALUES (2)",
        "UPDATE manifests SET name = 'x'",
        "DROP TABLE own",
        "FROM 'http://127.0.0.1:1/x.csv'",
        "FROM read_csv(['http://127.0.0.1:1/x.csv'])",
        "SELECT * FROM read_text('s3://bucket/x')",
        "SELECT nextval('numbers')",
      })
  void withoutSayingSoTheyChangeNothing(String sql) throws IOException {
    run.of("-c", "CREATE TABLE own AS SELECT 1 AS n", "-c", "CREATE SEQUENCE numbers");
    recipe("mine", sql);
    List<Path> before = files();

    int exitCode = run.of("run", "mine");

    assertThat(exitCode).as(run.narration()).isEqualTo(2);
    assertThat(run.narration()).contains("@writes").hasLineCount(1 + hints());
    assertThat(run.on("@mine")).as(run.narration()).isEqualTo(2);
    assertThat(files()).isEqualTo(before);
    assertThat(run.of("-c", "SELECT sum(n) AS s FROM own")).isZero();
    assertThat(run.data()).isEqualTo("s\n1\n");
    if (!sql.startsWith("WITH") && !sql.contains("nextval")) {
      assertThat(run.of("recipe", "check", "mine")).isEqualTo(2);
      assertThat(run.data()).contains("mine.sql:").contains("no @writes");
    }
  }

  private int hints() {
    return run.narration().contains("\n  hint: ") ? 1 : 0;
  }

  @Test
  void theySayThatTheyWriteAndAreToldApart() throws IOException {
    run.of("-c", "CREATE TABLE own AS SELECT 1 AS n");
    Path mine = recipe("mine", "@writes", "INSERT INTO own VALUES (2)");

    assertThat(run.of("run", "mine")).as(run.narration()).isZero();
    assertThat(run.narration()).isEqualTo("1 row changed\n");
    assertThat(run.of("--read-only", "run", "mine")).isEqualTo(2);
    assertThat(run.narration())
        .isEqualTo(
            """
            error: cannot run recipe mine with --read-only: its header says @writes
              hint: leave out --read-only
            """);
    assertThat(run.of("recipes")).isZero();
    assertThat(run.data()).contains("mine,Mine,t,\"\",yes," + mine).contains(",photocat\n");
    assertThat(run.of("recipe", "show", "mine")).isZero();
    assertThat(run.narration()).isEqualTo("from %s; it says @writes\n".formatted(mine));
    assertThat(run.of("recipe", "check", "mine")).as(run.data()).isZero();
  }

  @Test
  void aReaderRunsNoneThatWritesEvenWhereThereIsNoCatalogue() throws IOException {
    recipe("out", "@writes", "COPY (SELECT 1 AS n) TO 'out.csv'");
    List<Path> before = files();

    assertThat(run.of("--read-only", "run", "out")).isEqualTo(2);
    assertThat(run.on("@out", "--read-only")).isEqualTo(2);

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void oneThatNeedsNoTableNeedsNoCatalogue() throws IOException {
    recipe("answer", "SELECT 42 AS answer");
    recipe("pivot", "PIVOT (SELECT 1 AS n, 'a' AS k) ON k USING sum(n)");
    recipe("keep", "@writes", "CREATE TABLE kept AS SELECT 1 AS n");

    assertThat(run.of("run", "answer")).as(run.narration()).isZero();
    assertThat(run.data()).isEqualTo("answer\n42\n");
    assertThat(run.narration()).isEmpty();
    assertThat(run.of("run", "pivot")).as(run.narration()).isZero();
    assertThat(folder.resolve("bees.duckdb")).doesNotExist();
    assertThat(run.of("run", "summary")).isEqualTo(4);
    assertThat(run.narration()).startsWith("error: there is no catalogue at ");
    assertThat(folder.resolve("bees.duckdb")).doesNotExist();
    assertThat(run.of("run", "keep")).as(run.narration()).isZero();
    assertThat(run.narration()).startsWith("made the catalogue ");
    assertThat(run.of("-c", "FROM kept")).isZero();
  }

  @Test
  void oneThatHidesOursIsNamedOnceAndApartFromTheResult() throws IOException {
    Path qa = recipe("qa", "SELECT 42 AS answer");

    assertThat(run.on("@qa\n@qa\n.run qa\n")).as(run.narration()).isZero();

    assertThat(run.data()).isEqualTo("answer\n42\nanswer\n42\nanswer\n42\n");
    assertThat(run.narration())
        .isEqualTo("%s goes before the one that comes with photocat\n".formatted(qa));
  }

  @Test
  void linksPipesAndWhatIsNotReadableAreNamedAndNotRead() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("qa.sql"), "-- @title Q\nSELECT 42 AS n;\n");
    Path link = Files.createSymbolicLink(recipes.resolve("qa.sql"), file);
    Path linked = Files.createSymbolicLink(recipes.resolve("more"), elsewhere);
    run.of("-c", "CREATE TABLE own AS SELECT 1 AS n");

    assertThat(run.of("run", "qa")).as(run.narration()).isZero();
    assertThat(run.data()).doesNotContain("42");
    assertThat(run.narration()).contains(link + " is not read: it is a link\n");
    assertThat(run.of("run", "more/qa")).isEqualTo(2);
    assertThat(run.narration()).startsWith(linked + " is not read: it is a link\n");
    assertThat(run.of("recipes")).isZero();
    assertThat(run.narration()).contains(link.toString()).contains(linked.toString());
    assertThat(run.data()).doesNotContain("more/qa");
  }

  @Test
  void aPipeIsNotRead() throws Exception {
    Path pipe = recipes.resolve("qa.sql");
    assumeTrue(
        new ProcessBuilder("sh", "-c", "mkfifo '%s'".formatted(pipe)).start().waitFor() == 0,
        "needs mkfifo");
    run.of("-c", "CREATE TABLE own AS SELECT 1 AS n");

    assertThat(run.of("run", "qa")).as(run.narration()).isZero();

    assertThat(run.narration()).contains(pipe + " is not read: it is no file\n");
  }

  @Test
  void aVeryLargeFileIsNotReadToItsEnd() throws IOException {
    Path large = recipes.resolve("qa.sql");
    Files.writeString(large, "-- @title Q\n" + "-- ".repeat(1 << 20) + "\nSELECT 1;\n");

    assertThat(run.of("run", "qa")).isEqualTo(2);

    assertThat(run.narration())
        .contains("error: cannot read recipe %s: it is longer than 1 MB\n".formatted(large));
  }

  private Path recipe(String name, String sql) throws IOException {
    return recipe(name, "@tags t", sql);
  }

  private Path recipe(String name, String key, String sql) throws IOException {
    return Files.writeString(
        recipes.resolve(name + ".sql"),
        "-- @title Mine\n%s-- %s\n%s;\n"
            .formatted(key.equals("@tags t") ? "" : "-- @tags t\n", key, sql));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.toString().endsWith(".log")).sorted().toList();
    }
  }
}
