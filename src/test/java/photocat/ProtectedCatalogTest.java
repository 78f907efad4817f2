package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.job.TestManifest;

/** Whatever writes a file that the user names leaves the catalogue alone, whatever the name. */
final class ProtectedCatalogTest {
  /** Ways to the catalogue and to what belongs to it. */
  private static final List<String> WAYS =
      List.of(
          "c.duckdb",
          "./x/../c.duckdb",
          "hard.csv",
          "soft.csv",
          "there/c.duckdb",
          "C.DUCKDB",
          "c.duckdb.wal",
          "there/c.duckdb.lock",
          "c.duckdb.ingest/photos.csv",
          "photocat.log");

  @TempDir private Path temporary;
  private Path folder;
  private WholeRun photocat;

  @BeforeEach
  void makeCatalogue() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("home"));
    try (Catalog catalog = NewCatalog.open(folder.resolve("c.duckdb"))) {
      TestManifest.add(sql -> TestSql.rows(catalog, sql), 1, "m", 3);
    }
    photocat = new WholeRun(folder).with("PHOTOCAT_CATALOG", "c.duckdb");
    Files.createLink(folder.resolve("hard.csv"), folder.resolve("c.duckdb"));
    Files.createSymbolicLink(folder.resolve("soft.csv"), Path.of("c.duckdb"));
    Files.createSymbolicLink(folder.resolve("there"), folder);
  }

  /** The words are cut at blanks; {@code WAY} is the way, {@code _} a blank. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "export attribution m --force --out WAY",
        "export table manifests --force --format csv --out WAY",
        "export table manifests --force --format parquet --out WAY",
        "catalog copy WAY --force",
        "-c .output_--force_WAY -c SELECT_1",
        "-c .once_--force_WAY -c SELECT_1",
        "-c COPY_(SELECT_1)_TO_'WAY'",
        "-c COPY_(SELECT_1)_TO_$$WAY$$_(FORMAT_csv)",
        "-c EXPLAIN_ANALYZE_COPY_(SELECT_1)_TO_'WAY'",
        "-c PREPARE_p_AS_COPY_(SELECT_1)_TO_'WAY'",
        "-c EXPORT_DATABASE_'WAY'",
        "-c ATTACH_'WAY'_AS_again",
        "-c ATTACH_IF_NOT_EXISTS_'WAY'_AS_again",
        "-c SET_profiling_output='WAY'",
        "-c PRAGMA_profiling_output='WAY'",
        "run writes file=WAY",
      })
  void isWrittenByNothing(String command) throws IOException {
    Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        folder.resolve("sql/recipes/writes.sql"),
        "-- @title Writes\n-- @writes\n-- @param file path A file\nCOPY (SELECT 1) TO $file;\n");
    Map<String, Long> before = files();
    for (String way : WAYS) {
      String[] words = command.replace("WAY", folder + "/" + way).split(" ");
      for (int i = 0; i < words.length; i++) {
        words[i] = words[i].replace("_", " ").replace("profiling output", "profiling_output");
      }

      assertThat(run(words)).as(way + "\n" + said()).isEqualTo(1);

      assertThat(said())
          .as(way)
          .containsPattern("cannot .* (that is the catalogue itself|it belongs to the catalogue)");
    }

    assertThat(files()).isEqualTo(before);
    assertThat(run("-c", "SELECT count(*) AS n FROM manifest_photos")).isZero();
    assertThat(photocat.data()).isEqualTo("n\n4\n");
  }

  @Test
  void isNoFolderOfOtherFilesEither() {
    assertThat(run("export", "attribution", "m", "--per-taxon", "--force", "--out", "c.duckdb"))
        .isEqualTo(1);
    assertThat(said()).contains("it belongs to the catalogue, " + folder.resolve("c.duckdb"));
  }

  @Test
  void holdsForADatabaseThatIsAttached() throws IOException {
    Files.writeString(
        folder.resolve("script.sql"),
        "ATTACH '%s/other.duckdb';\n.once other.duckdb\n".formatted(folder));

    assertThat(run("-f", "script.sql")).isEqualTo(1);

    assertThat(said()).endsWith(": that is a database that is open here itself\n");
  }

  /** The catalogue need not be open yet. */
  @Test
  void isKnownBeforeTheFirstStatement() {
    assertThat(run("-c", ".output c.duckdb.wal")).isEqualTo(1);
    assertThat(said()).contains("it belongs to the catalogue");
  }

  @Test
  void leavesOtherFilesToSql() throws IOException {
    assertThat(
            run(
                "-c",
                "COPY (SELECT 'c.duckdb' AS x) TO '%s/c.duckdb.csv'".formatted(folder),
                "-c",
                "COPY (SELECT 2 AS x) TO '%s/c.duckdb.csv'".formatted(folder),
                "-c",
                "SELECT 'c.duckdb' = 'c.duckdb' AS same"))
        .as(said())
        .isZero();
    assertThat(folder.resolve("c.duckdb.csv")).hasContent("x\n2");
  }

  /** What a start changes by itself apart. */
  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> !each.endsWith("photocat.log")).toList()) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return sizes;
  }

  private String said() {
    return photocat.narration();
  }

  private int run(String... arguments) {
    return photocat.of(arguments);
  }
}
