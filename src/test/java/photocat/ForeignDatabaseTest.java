package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** A DuckDB file of somebody else's gets no tables of photocat's unasked. */
final class ForeignDatabaseTest {
  @TempDir private Path temporary;
  private Path folder;
  private Path file;
  private WholeRun photocat;

  @BeforeEach
  void makeIt() throws IOException, SQLException {
    folder = temporary.toRealPath();
    file = folder.resolve("theirs.duckdb");
    duckdb("CREATE TABLE sales AS SELECT 1 AS n");
    photocat = new WholeRun(folder).with("PHOTOCAT_CATALOG", file.toString());
    Files.writeString(folder.resolve("names.csv"), "name\nApis mellifera\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "shortlist load names.csv",
        "ingest inat-open-data --from names.csv",
        "match",
        "run coverage",
        "repair",
        "-c SELECT_1",
        "-c status",
        "--read-only status",
        "--read-only -c SELECT_1"
      })
  void isRefusedAndStaysAsItWas(String command) throws IOException, SQLException {
    List<String> before = tables();
    byte[] content = Files.readAllBytes(file);

    int exitCode = photocat.of(words(command));

    assertThat(exitCode).as(photocat.narration()).isEqualTo(4);
    assertThat(photocat.data()).isEmpty();
    assertThat(photocat.narration())
        .startsWith(
            "error: cannot open catalogue %s: it is a DuckDB file of somebody else's, without photocat's tables\n"
                .formatted(file))
        .contains("--catalog FILE names another file\n")
        .doesNotContain("bug");
    assertThat(photocat.narration().lines()).hasSize(2);
    assertThat(names()).containsExactly("names.csv", "theirs.duckdb");
    assertThat(file).hasBinaryContent(content);
    assertThat(tables()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEW sales", "TABLE archive.sales", "TABLE schema_versions", "TABLE a"})
  void isToldByWhateverIsInIt(String what) throws IOException, SQLException {
    Files.delete(file);
    duckdb("CREATE SCHEMA archive", "CREATE %s AS SELECT 1 AS version".formatted(what));

    assertThat(photocat.of("status")).as(photocat.narration()).isEqualTo(4);
    assertThat(photocat.narration()).contains("a DuckDB file of somebody else's");
  }

  @Test
  void anOptionAllowsIt() throws SQLException {
    assertThat(photocat.of("shortlist", "load", "names.csv", "--create-in"))
        .as(photocat.narration())
        .isZero();

    assertThat(photocat.narration()).contains("made the catalogue " + file);
    assertThat(photocat.of("-c", "SELECT n, scientific_name FROM sales, shortlist"))
        .as(photocat.narration())
        .isZero();
    assertThat(photocat.data()).isEqualTo("n,scientific_name\n1,Apis mellifera\n");
    assertThat(tables()).contains("sales", "inat_photos");
  }

  @Test
  void whoeverSitsThereIsAsked() throws SQLException {
    List<String> asked = new ArrayList<>();
    assertThatThrownBy(() -> openAfter(asked, false))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED));
    assertThat(tables()).containsExactly("sales");

    openAfter(asked, true);

    assertThat(asked)
        .hasSize(2)
        .containsOnly(
            "this makes photocat's tables in %s, a DuckDB file of somebody else's".formatted(file));
    assertThat(tables()).contains("sales", "inat_photos");
  }

  private void openAfter(List<String> asked, boolean answer) {
    Consent consent =
        question -> {
          asked.add(question);
          return Optional.of(answer);
        };
    Catalog.open(file, CatalogSettings.DEFAULTS, holder -> false, consent).close();
  }

  @Test
  void itsOwnTablesAreNotTakenForOurs() throws SQLException {
    duckdb(
        "CREATE TABLE matches AS SELECT 'Arsenal' AS home", "CREATE VIEW snapshots AS FROM sales");

    assertThat(photocat.of("--create-in", "status")).isEqualTo(4);

    assertThat(photocat.narration())
        .contains("it has a ")
        .contains(", where photocat keeps something else\n  hint: rename that in DuckDB");
    assertThat(tables()).containsExactly("matches", "sales");
  }

  @Test
  void anEmptyOneIsNobodys() throws IOException, SQLException {
    Files.delete(file);
    duckdb("CREATE TABLE gone (n INTEGER)", "DROP TABLE gone", "CHECKPOINT");

    assertThat(photocat.of("status")).as(photocat.narration()).isZero();
    assertThat(tables()).contains("inat_photos");
  }

  @Test
  void withoutAFileSqlWorksAsBefore() throws IOException {
    Files.delete(file);

    assertThat(photocat.of("-c", "SELECT 1 AS n")).isZero();
    assertThat(photocat.data()).isEqualTo("n\n1\n");
    assertThat(names()).containsExactly("names.csv");
  }

  private static String[] words(String command) {
    return Arrays.stream(command.split(" "))
        .map(word -> word.replace("_", " "))
        .toArray(String[]::new);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT table_name FROM duckdb_tables() ORDER BY ALL")) {
      while (rows.next()) {
        tables.add(rows.getString("table_name"));
      }
    }
    return tables;
  }

  private void duckdb(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
