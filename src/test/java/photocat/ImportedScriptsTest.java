package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;

/** What IMPORT DATABASE has DuckDB run is looked at as any other SQL is. */
final class ImportedScriptsTest {
  private static final String FREE = "--write-own-tables";

  @TempDir private static Path made;
  @TempDir private Path temporary;
  private Path folder;
  private WholeRun photocat;

  @BeforeAll
  static void makeCatalogue() {
    Catalog.open(made.resolve("c.duckdb"), CatalogSettings.DEFAULTS).close();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("home"));
    Files.copy(made.resolve("c.duckdb"), folder.resolve("c.duckdb"));
    Files.createDirectory(folder.resolve("e"));
    Files.writeString(folder.resolve("e/schema.sql"), "CREATE TABLE mine (x INT);\n");
    Files.writeString(folder.resolve("e/load.sql"), "");
    photocat =
        new WholeRun(folder).with("PHOTOCAT_CATALOG", "c.duckdb").with("HOME", folder.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMPORT DATABASE 'F/e'",
        "import/* */database -- x\n 'F/e'",
        "IMPORT DATABASE E'F/e'",
        "IMPORT DATABASE $$F/e$$",
        "PRAGMA import_database('F/e')",
        "PRAGMA IMPORT_DATABASE('F/e')",
        "PRAGMA \"Import_Database\"('F' || '/e')",
        "SET VARIABLE f = 'F/e'; PRAGMA import_database(getvariable('f'))",
      })
  void needConsentAndDoNoMoreThanFillTables(String statements) throws IOException {
    assertThat(runs(statements)).as(said()).isEqualTo(2);
    assertThat(said()).contains("it changes every table");
    Files.writeString(folder.resolve("e/schema.sql"), all("COPY (SELECT 1) TO 'F/c.duckdb';"));
    byte[] before = Files.readAllBytes(folder.resolve("c.duckdb"));

    assertThat(runs(statements, FREE)).as(said()).isEqualTo(1);

    assertThat(said())
        .contains("cannot import " + folder.resolve("e"))
        .contains("line 1 of schema.sql does more than fill tables: COPY (SELECT 1)")
        .contains("\n  hint: ");
    assertThat(Files.readAllBytes(folder.resolve("c.duckdb"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a INT);\n/* ; */ COPY t TO 'F/c.duckdb'",
        "-- '\nCOPY (SELECT 1) TO 'F/x.csv'; -- '",
        "SET VARIABLE f = 'F/c.duckdb';\nCOPY (SELECT 1) TO (getvariable('f'));",
        "SELECT 1;;\nPREPARE p AS COPY (SELECT 1) TO 'F/c.duckdb'; EXECUTE p;",
        "SELECT 1;\nEXECUTE before",
        "SELECT 1;\nIMPORT DATABASE 'F/e'",
        "SELECT 1;\nPRAGMA IMPORT_database('F/e')",
        "SELECT 1;\nATTACH 'F/c.duckdb' AS again",
        "SELECT 1;\nEXPORT DATABASE 'F'",
        "SELECT 1;\nEXPLAIN ANALYZE COPY (SELECT 1) TO 'F/c.duckdb'",
        "SELECT 1;\nSET profiling_output = 'F/c.duckdb'",
        "SELECT 1;\nCALL enable_profiling(format = 'json', save_location = 'F/c.duckdb')",
        "\ufeff\nCOPY (SELECT 1) TO c.duckdb",
      })
  void writeNoFilesAndOpenNoDatabases(String script) throws IOException {
    Files.writeString(folder.resolve("e/load.sql"), all(script));

    assertThat(runs("PREPARE before AS COPY (SELECT 1) TO 'F/x.csv'; IMPORT DATABASE 'e'", FREE))
        .as(said())
        .isEqualTo(1);

    assertThat(said()).contains("line 2 of load.sql does more than fill tables");
    assertThat(folder.resolve("x.csv")).doesNotExist();
  }

  @Test
  void areRefusedWhereTheyCannotBeRead() throws IOException {
    assertThat(runs("IMPORT DATABASE 'nowhere'", FREE)).isEqualTo(1);
    assertThat(said()).contains("nowhere: schema.sql: there is no such file");
    assertThat(runs("IMPORT DATABASE 'https://localhost/e'", FREE)).isEqualTo(1);
    assertThat(said()).contains("its scripts are not on this machine");

    Files.write(folder.resolve("e/load.sql"), "-- \u00fc".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(runs("IMPORT DATABASE 'e'", FREE)).isEqualTo(1);
    assertThat(said()).contains("load.sql: it is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMPORT DATABASE 'd'",
        "IMPORT DATABASE '~/d'",
        "PRAGMA import_database('' || 'd')"
      })
  void bringBackWhatWasExported(String statement) {
    assertThat(
            runs(
                "ATTACH ':memory:' AS u; USE u; CREATE TABLE \"to\" AS SELECT 7 AS \"copy\";"
                    + " CREATE VIEW v AS SELECT 'COPY t TO x' AS y; EXPORT DATABASE 'F/d';"
                    + " DROP TABLE \"to\"; DROP VIEW v; "
                    + statement
                    + "; FROM \"to\"",
                FREE))
        .as(said())
        .isZero();

    assertThat(photocat.data()).isEqualTo("copy\n7\n");
  }

  /** What stands there already would only be read. */
  @Test
  void areNotLookedAtWhereNothingOutsideMayBe() {
    assertThat(photocat.on(".safe\nIMPORT DATABASE 'nowhere';\n", FREE)).isEqualTo(1);

    assertThat(said()).contains("Permission Error").doesNotContain("no such file");
  }

  private int runs(String statements, String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    for (String statement : statements.split("; ", -1)) {
      words.add("-c");
      words.add(all(statement));
    }
    return photocat.of(words.toArray(String[]::new));
  }

  private String all(String sql) {
    return sql.replaceAll("\\bF(?=[/'\"])", folder.toString());
  }

  private String said() {
    return photocat.narration();
  }
}
