package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.NewCatalog;

/** Files that SQL names in other ways than by a string: none of them is the catalogue. */
final class SqlOutputsTest {
  private static final String CANNOT_TELL = "cannot be told beforehand";

  @TempDir private static Path made;
  @TempDir private Path temporary;
  private Path folder;
  private WholeRun photocat;

  @BeforeAll
  static void makeCatalogue() {
    NewCatalog.put(made.resolve("c.duckdb"));
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("home"));
    Files.copy(made.resolve("c.duckdb"), folder.resolve("c.duckdb"));
    Files.createDirectories(folder.resolve("links/below"));
    Files.createLink(folder.resolve("links/hard.csv"), folder.resolve("c.duckdb"));
    Files.createLink(folder.resolve("links/below/data_0.csv"), folder.resolve("c.duckdb"));
    Files.createSymbolicLink(folder.resolve("links/soft.csv"), folder.resolve("c.duckdb"));
    Files.createDirectories(folder.resolve("sql/recipes"));
    photocat =
        new WholeRun(folder).with("PHOTOCAT_CATALOG", "c.duckdb").with("HOME", folder.toString());
  }

  /** {@code F} is the folder; statements end with {@code ;}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO ('F/' || 'c.duckdb')",
        "COPY (SELECT 1) TO ('c.' || 'duckdb')",
        "COPY (SELECT 1) TO ('F/x/../' || 'c.duckdb') (FORMAT csv)",
        "COPY manifest_photos TO ('F/links/' || 'hard.csv') WITH (FORMAT parquet)",
        "COPY manifest_photos (photo_id) TO ('F/links/' || 'soft.csv') CSV HEADER",
        "COPY (SELECT 1) TO ('~/' || 'c.duckdb')",
        "COPY (SELECT 1) TO '~/c.duckdb'",
        "COPY (SELECT 1) TO ('file://' || 'F/c.duckdb')",
        "COPY (SELECT 1) TO ('F/c.duckdb' || '.wal')",
        "COPY (SELECT 1) TO (('F/c.duckdb'))",
        "COPY (SELECT 1) TO ('F/c.duckdb' -- )\n)",
        "COPY (SELECT 1) TO (CASE WHEN random() < 2 THEN 'F/c.duckdb' END)",
        "COPY (SELECT 1) TO \"F/c.duckdb\"",
        "COPY (SELECT 1) TO (\"F/c.duckdb\")",
        "COPY (SELECT 1) TO c.duckdb",
        "COPY (SELECT 1) TO (c.duckdb)",
        "COPY (SELECT 1) TO E'F/c.duckdb'",
        "SET VARIABLE f = 'F/c.duckdb'; COPY (SELECT 1) TO (getvariable('f'))",
        "CREATE TEMP MACRO f(x) AS 'F/' || x; COPY (SELECT 1) TO (f('c.duckdb'))",
        "BEGIN; COPY (SELECT 1) TO ('F/' || 'c.duckdb'); COMMIT",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO ('F/' || 'c.duckdb')",
        "EXPLAIN (ANALYZE) COPY (SELECT 1) TO ('F/' || 'c.duckdb')",
        "PREPARE p AS COPY (SELECT 1) TO c.duckdb",
        "SET profiling_output = 'F/' || 'c.duckdb'",
        "SET SESSION \"profiling_output\" TO 'F/c.duckdb'",
        "SET profiling_output TO \"F/c.duckdb\"",
        "PRAGMA log_query_path = ('F/' || 'c.duckdb')",
        "CALL enable_profiling(format = 'json', save_location = 'F/links/hard.csv')",
        "FROM enable_logging(storage = 'file', storage_path := 'F/links/hard.csv')",
        "CALL enable_logging(storage = 'file', storage_config = {'path': 'F/links/hard.csv'})",
        "ATTACH ('F/' || 'c.duckdb') AS again",
        "ATTACH 'F/' || 'c.duckdb' AS again (READ_ONLY)",
        "ATTACH OR REPLACE 'F/c.duckdb' AS again",
        "ATTACH DATABASE \"F/c.duckdb\"",
        "ATTACH IF NOT EXISTS c.duckdb AS again",
        "ATTACH 'duckdb:F/c.duckdb' AS again",
        "ATTACH ('sqlite:F/' || 'c.duckdb') AS again",
        "ATTACH 'F/links/hard.csv' AS again (TYPE sqlite)",
        "SET VARIABLE f = 'F/links/soft.csv'; ATTACH getvariable('f') AS again",
        "COPY (SELECT 1 AS a, 2 AS b) TO 'F' (PARTITION_BY (a), OVERWRITE)",
        "COPY (SELECT 1 AS a, 2 AS b) TO ('F/x/..') (FORMAT parquet, PARTITION_BY a, OVERWRITE_OR_IGNORE)",
        "COPY (SELECT 1) TO '.' (FORMAT csv, PER_THREAD_OUTPUT, OVERWRITE_OR_IGNORE)",
        "COPY (SELECT 1) TO 'links' (FORMAT csv, PER_THREAD_OUTPUT, OVERWRITE_OR_IGNORE)",
        "COPY (SELECT 1) TO 'F/links/below' (FORMAT csv, PER_THREAD_OUTPUT, OVERWRITE_OR_IGNORE)",
        "EXPORT DATABASE 'F'",
        "EXPORT DATABASE c TO 'F/links'",
        "ATTACH 'F/u.duckdb' AS u; CREATE TABLE u.t (a INT); COPY (SELECT 1) TO ('F/u.' || 'duckdb')",
        "PREPARE p AS COPY (SELECT 1) TO 'F/u.duckdb'; ATTACH 'F/u.duckdb' AS u; EXECUTE p",
      })
  void areNotTheCatalogue(String statements) throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("c.duckdb"));

    assertThat(runs(statements)).as(said()).isEqualTo(1);

    assertThat(said())
        .containsPattern(
            "cannot (write|attach) .*: (that is (the catalogue|a database that is open here)"
                + " itself|it belongs to the catalogue|the catalogue is in it)");
    assertUnharmed(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PREPARE p AS COPY (SELECT 1) TO $1; EXECUTE p('F/c.duckdb')",
        "PREPARE p AS COPY (SELECT 1) TO ('F/' || $name)",
        "SET VARIABLE f = 'F/x.csv'; PREPARE p AS COPY (SELECT 1) TO (getvariable('f'))",
        "ATTACH getvariable('f')",
        "COPY (SELECT 1) TO 'd' (FORMAT csv, PER_THREAD_OUTPUT, FILENAME_PATTERN '../c{i}')",
        "COPY (SELECT 1) TO 'd' (PER_THREAD_OUTPUT, \"file_extension\" ('x/../../c'))",
        "CALL enable_profiling(format = 'json', save_location = 'F/' || 'links/hard.csv')",
        "CREATE MACRO p(x) AS TABLE FROM enable_profiling(format = 'json', save_location = x)",
        "CALL enable_logging(storage = 'file', storage_config = MAP {'path': 'F/x.csv'})",
        "COPY (SELECT 1) TO 'F/' || 'c.duckdb'",
      })
  void areRefusedWhereNobodyCanTell(String statements) throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("c.duckdb"));

    assertThat(runs(statements)).as(said()).isEqualTo(1);

    assertThat(said()).contains(CANNOT_TELL).contains("\n  hint: ").hasLineCount(2);
    assertUnharmed(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 7 AS x) TO ('F/' || 'y.csv')",
        "COPY (SELECT 7 AS x) TO ('y.' || 'csv') (HEADER)",
        "COPY (SELECT 7 AS x) TO y.csv",
        "COPY (SELECT 7 AS x) TO '~/y.csv'",
        "COPY (SELECT 7 AS x) TO ('file:F/y.csv')",
        "SET VARIABLE f = 'y'; COPY (SELECT 7 AS x) TO (getvariable('f') || '.csv') WITH CSV HEADER",
        "PREPARE p AS COPY (SELECT $1 AS x) TO 'y.csv'; EXECUTE p(7)",
        "EXPLAIN ANALYZE COPY (SELECT 7 AS x) TO ('y.' || 'csv')",
        "COPY (SELECT 7 AS x) TO 'd' (FORMAT csv, PER_THREAD_OUTPUT, FILENAME_PATTERN y);"
            + " COPY (FROM 'F/d/y0.csv') TO 'F/y.csv'",
        "ATTACH ('u.' || 'duckdb') AS u; CREATE TABLE u.t AS SELECT 7 AS x; COPY u.t TO 'y.csv'",
        "ATTACH ':' || 'memory:' AS u; CREATE TABLE u.t AS SELECT 7 AS x; COPY u.t TO 'y.csv'",
        "EXPORT DATABASE 'F/e'; COPY (SELECT 7 AS x) TO 'y.csv'",
        "CREATE TABLE t AS SELECT 7 AS x; COPY t (x) TO 'F/y.csv'",
        "EXPLAIN COPY (SELECT 1) TO 'c.duckdb'; COPY (SELECT 7 AS x) TO 'y.csv'",
      })
  void areWrittenElsewhere(String statements) {
    assertThat(runs(statements)).as(said()).isZero();

    assertThat(folder.resolve("y.csv")).hasContent("x\n7");
  }

  /** The name is computed once: what was looked at is what is written. */
  @Test
  void areComputedOnce() throws IOException {
    assertThat(
            runs(
                "CREATE SEQUENCE s; COPY (SELECT 1) TO ('y' || nextval('s') || '.csv');"
                    + " COPY (SELECT currval('s') AS n) TO 'n.csv'"))
        .as(said())
        .isZero();

    assertThat(folder.resolve("y1.csv")).exists();
    assertThat(folder.resolve("n.csv")).hasContent("n\n1");
  }

  @Test
  void areComputedFromTheParametersOfARecipe() throws IOException {
    Files.writeString(
        folder.resolve("sql/recipes/writes.sql"),
        """
        -- @title Writes
        -- @writes
        -- @param name text A name
        -- @param n int A number
        COPY (SELECT $n AS n, $name AS name) TO ($name || '.' || 'duckdb') (FORMAT csv);
        """);
    byte[] before = Files.readAllBytes(folder.resolve("c.duckdb"));

    int refused = photocat.of("run", "writes", "name=c", "n=5");

    assertThat(refused).as(said()).isEqualTo(1);
    assertThat(said()).contains("that is the catalogue itself");
    assertUnharmed(before);
    assertThat(photocat.of("run", "writes", "name=d", "n=5")).as(said()).isZero();
    assertThat(folder.resolve("d.duckdb")).hasContent("n,name\n5,d");
  }

  @Test
  void areNotTheFirstDraftOfAFileThatDuckDbReplaces() throws IOException {
    Files.move(folder.resolve("c.duckdb"), folder.resolve("tmp_y.csv"));
    Files.writeString(folder.resolve("y.csv"), "x\n1\n");
    photocat.with("PHOTOCAT_CATALOG", "tmp_y.csv");

    assertThat(runs("COPY (SELECT 7 AS x) TO 'F/y.csv'")).isEqualTo(1);
    assertThat(said()).contains("cannot write " + folder.resolve("tmp_y.csv"));
  }

  private void assertUnharmed(byte[] before) throws IOException {
    assertThat(Files.readAllBytes(folder.resolve("c.duckdb"))).isEqualTo(before);
  }

  private int runs(String statements) {
    List<String> words = new ArrayList<>();
    for (String statement : statements.split("; ", -1)) {
      words.add("-c");
      words.add(statement.replaceAll("\\bF(?=[/'\"])", folder.toString()));
    }
    return photocat.of(words.toArray(String[]::new));
  }

  private String said() {
    return photocat.narration();
  }
}
