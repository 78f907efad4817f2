package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CatalogCopyCommandTest {
  @TempDir private Path folder;
  private CommandRunner runner;

  @BeforeEach
  void open() {
    runner = new CommandRunner(folder);
    runner.rows("INSERT INTO inat_taxa VALUES (1, NULL, 10, 'species', 'Apis mellifera', true)");
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void copiesTablesViewsMacrosAndComments() throws Exception {
    String count =
        """
        SELECT
            (SELECT count(*) FROM duckdb_tables() WHERE database_name = '%1$s'),
            (SELECT count(*) FROM duckdb_views() WHERE database_name = '%1$s' AND NOT internal),
            (SELECT count(*) FROM duckdb_columns()
                WHERE database_name = '%1$s' AND comment IS NOT NULL),
            (SELECT count(*) FROM duckdb_functions() WHERE database_name = '%1$s')
        """;

    runner.done("catalog", "copy", "deep/it's a copy.duckdb");

    Path copy = folder.resolve("deep/it's a copy.duckdb");
    assertThat(runner.said()).startsWith("copy written to " + copy + " (");
    assertThat(files(copy.resolveSibling(""))).containsExactly("it's a copy.duckdb");
    runner.rows("ATTACH '%s' AS copied (READ_ONLY)".formatted(copy.toString().replace("'", "''")));
    assertThat(runner.rows("SELECT name FROM copied.inat_taxa")).containsExactly("Apis mellifera");
    assertThat(runner.rows(count.formatted("copied")))
        .isEqualTo(runner.rows(count.formatted("memory")));
    assertThat(
            runner.rows(
                "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name ="
                    + " 'copied'"))
        .containsExactly("v1.5.0+");
  }

  /** The newest event of a photo is the one that was written last: the order of rows counts. */
  @Test
  void keepsTheOrderOfRows() {
    runner.rows("SET threads = 4");
    for (String state : List.of("retry", "failed", "done")) {
      runner.rows(
          """
          INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
          SELECT 1, 1, range, '%s', 1, now()
          FROM range(1, 700001)
          ORDER BY range
          """
              .formatted(state));
    }

    runner.done("catalog", "copy", "copy.duckdb");

    runner.rows("ATTACH '%s' AS copied (READ_ONLY)".formatted(folder.resolve("copy.duckdb")));
    String newest =
        "SELECT count(*), sum(file_id) FROM (SELECT file_id, max_by(state, rowid) AS state FROM %s"
            + " GROUP BY file_id) WHERE state = 'done'";
    assertThat(runner.rows(newest.formatted("copied.download_events")))
        .isEqualTo(runner.rows(newest.formatted("download_events")))
        .containsExactly("700000|245000350000");
    String place =
        "SELECT count(*) FROM copied.download_events AS c JOIN download_events AS e ON e.rowid ="
            + " c.rowid WHERE e.file_id = c.file_id AND e.state = c.state";
    assertThat(runner.rows(place)).containsExactly("2100000");
    // What copies the catalogue by SQL must not lose the newest states either.
    runner.rows("ATTACH '%s' AS mine".formatted(folder.resolve("mine.duckdb")));
    runner.rows("COPY FROM DATABASE memory TO mine");
    assertThat(runner.rows(place.replace("copied.", "mine."))).containsExactly("2100000");
    runner.rows("EXPORT DATABASE copied TO '%s' (FORMAT parquet)".formatted(folder.resolve("e")));
    String exported =
        "(SELECT *, file_row_number AS rowid FROM read_parquet('%s', file_row_number = true))"
            .formatted(folder.resolve("e/download_events.parquet"));
    assertThat(runner.rows(place.replace("copied.download_events", exported)))
        .containsExactly("2100000");
    assertThat(runner.rows("SELECT current_setting('preserve_insertion_order')"))
        .containsExactly("false");
  }

  /** DuckDB would keep its log under another name, in a folder of another name. */
  @Test
  void refusesAPathThatDuckDbReadsOtherwise() throws Exception {
    for (String path : List.of("a?b.duckdb", "who?/copy.duckdb")) {
      assertThat(runner.run("catalog", "copy", path)).isEqualTo(1);

      assertThat(runner.said())
          .startsWith(
              "error: cannot write the copy %s: its path has".formatted(folder.resolve(path)));
      assertThat(files(folder)).as(path).isEmpty();
    }
  }

  @Test
  void refusesToReplaceAFileUnlessForced() throws Exception {
    Path file = Files.writeString(folder.resolve("copy.duckdb"), "mine");
    Files.writeString(folder.resolve("copy.duckdb.wal"), "of the file before");

    assertThat(runner.run("catalog", "copy", "copy.duckdb")).isEqualTo(1);
    assertThat(runner.said())
        .isEqualTo(
            "error: cannot write the copy %s: it is there already\nhint: --force replaces it"
                .formatted(file));
    assertThat(file).hasContent("mine");

    runner.done("catalog", "copy", "copy.duckdb", "--force");
    assertThat(files(folder)).containsExactly("copy.duckdb");
    assertThat(Files.size(file)).isGreaterThan(1000);
  }

  @Test
  void touchesNoFileThatItDidNotMake() throws Exception {
    Path part = Files.writeString(folder.resolve("copy.duckdb.part"), "mine");
    Path log = Files.writeString(folder.resolve("other.duckdb.wal"), "of another");

    runner.done("catalog", "copy", "copy.duckdb");
    assertThat(runner.run("catalog", "copy", "other.duckdb")).isEqualTo(1);

    assertThat(runner.said())
        .isEqualTo(
            """
            error: cannot write the copy %1$s/other.duckdb: %1$s/other.duckdb.wal is there, the log of another database
            hint: --force replaces both\
            """
                .formatted(folder));
    assertThat(part).hasContent("mine");
    assertThat(log).hasContent("of another");
    assertThat(files(folder))
        .containsExactly("copy.duckdb", "copy.duckdb.part", "other.duckdb.wal");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesWhatIsNoFile() throws Exception {
    assertThat(runner.run("catalog", "copy", "/dev/null", "--force")).isEqualTo(1);
    assertThat(runner.said()).startsWith("error: cannot write the copy /dev/null: it is a device");
    assertThat(runner.run("catalog", "copy", "-")).isEqualTo(2);
    assertThat(runner.run("catalog", "copy", "/dev/stdout")).isEqualTo(2);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void goesThroughALinkAndKeepsWhoMayRead() throws Exception {
    Path old = Files.writeString(folder.resolve("real.duckdb"), "old");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), Path.of("real.duckdb"));

    runner.done("catalog", "copy", "link.duckdb", "--force");

    assertThat(link).isSymbolicLink();
    assertThat(Files.size(old)).isGreaterThan(1000);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
        .isEqualTo("rw-------");
    assertThat(files(folder)).containsExactly("link.duckdb", "real.duckdb");
  }

  @Test
  void refusesAFolderAndLeavesNothingWhereItCannotWrite() throws Exception {
    Files.createDirectory(folder.resolve("photos"));
    Files.createFile(folder.resolve("file"));

    assertThat(runner.run("catalog", "copy", "photos", "--force")).isEqualTo(1);
    assertThat(runner.said()).endsWith("photos: it is a folder");
    for (String path : List.of("file/copy.duckdb", "file/deep/copy.duckdb")) {
      assertThat(runner.run("catalog", "copy", path)).isEqualTo(1);
      assertThat(runner.said())
          .isEqualTo(
              "error: cannot write the copy %1$s/%2$s: %1$s/file is a file, not a folder\n"
                      .formatted(folder, path)
                  + "hint: choose another path, or move that file away");
    }
    assertThat(runner.run("catalog", "copy", "new/")).isEqualTo(1);
    assertThat(runner.said())
        .isEqualTo(
            "error: cannot write the copy new/: it ends as the name of a folder does\n"
                + "hint: name a file in it");
    assertThat(files(folder)).containsExactly("file", "photos");
  }

  private static List<String> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
