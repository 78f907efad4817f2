package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.shell.Screen;
import photocat.shell.Streams;

/** Whole runs, as from a terminal: exit code, standard output, standard error, files. */
final class RunTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream narration = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void liveAlone() {
    environment = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @Test
  void makesTheDefaultCatalogueInTheFolderWithItsLog() {
    int exitCode = run("--quiet", "-c", "CREATE TABLE t AS SELECT 42 AS n", "-c", "status");

    assertThat(exitCode).isZero();
    assertThat(folder.resolve("catalog/photocat.duckdb")).exists();
    assertThat(folder.resolve("catalog/photocat.log")).content().contains("applying schema/V001");
    assertThat(narration.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void takesTheCatalogueOfTheEnvironmentAndRatherThatOfTheFlag() {
    environment =
        Map.of("XDG_CONFIG_HOME", folder.toString(), "PHOTOCAT_CATALOG", "environment.duckdb");

    run("-c", "CREATE TABLE t AS SELECT 42 AS n");
    run("--catalog", "flag.duckdb", "-c", "CREATE TABLE t AS SELECT 42 AS n");

    assertThat(folder.resolve("environment.duckdb")).exists();
    assertThat(folder.resolve("flag.duckdb")).exists();
    assertThat(folder.resolve("catalog")).doesNotExist();
  }

  @Test
  void leavesNothingBehindWithACatalogueInMemory() {
    int exitCode = run("--catalog", ":memory:", "status");

    assertThat(exitCode).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void showsTheLogOnStandardErrorWithDebug() {
    run("--debug", "-c", "CREATE TABLE t AS SELECT 42 AS n");

    assertThat(narration.toString(StandardCharsets.UTF_8))
        .contains("INFO photocat.catalog.Migrator: applying schema/V001");
  }

  @Test
  void listsSettingsAndWhereTheyComeFrom() {
    int exitCode = run("settings", "--mode", "csv", "--set", "catalog.threads=3");

    assertThat(exitCode).isZero();
    assertThat(data.toString(StandardCharsets.UTF_8))
        .startsWith("key,value,origin,meaning")
        .contains("catalog.threads,3,--set,");
  }

  @Test
  void refusesToStartWithAWrongSetting() throws IOException {
    Path file = folder.resolve("config/photocat/settings.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "catalog.threads = many\n");

    int exitCode = run("status");

    assertThat(exitCode).isEqualTo(2);
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            error: %s:1: catalog.threads is many, must be a whole number
              hint: correct or remove it there
            """
                .formatted(file));
    assertThat(folder.resolve("catalog")).doesNotExist();
  }

  @Test
  void endsWithFourWhenTheCatalogueCannotBeOpened() throws IOException {
    Files.writeString(folder.resolve("text"), "not a catalogue");

    int exitCode = run("--catalog", "text", "status");

    assertThat(exitCode).isEqualTo(4);
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            error: cannot open catalogue %s: it is not a DuckDB file
              hint: choose another file with --catalog FILE
            """
                .formatted(folder.resolve("text")));
  }

  @Test
  void readsOnlyWhereAskedTo() {
    assertThat(run("--read-only", "-c", "status")).isEqualTo(4);
    assertThat(narration.toString(StandardCharsets.UTF_8)).contains("there is no catalogue at ");
    assertThat(run("-c", "CREATE TABLE t AS SELECT 42 AS n")).isZero();

    assertThat(run("--read-only", "-c", "FROM t", "-c", ".status --mode none")).isZero();
    assertThat(run("--read-only", "-c", "DROP TABLE t")).isEqualTo(1);
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .contains("cannot change the catalogue: it is open for reading only");
    assertThat(run("--read-only", "-c", ".status --read-only")).isEqualTo(2);
  }

  @Test
  void runsTheInitScriptFirstAndGoesOnAfterErrorsWhereAskedTo() throws IOException {
    Files.writeString(folder.resolve("init.sql"), ".mode tsv\nSELECT 1 AS a, 2 AS b;\n");

    int exitCode =
        run("--init", "init.sql", "--on-error", "continue", "-c", "SELECT nope; SELECT 3 AS c");

    assertThat(exitCode).isEqualTo(1);
    assertThat(data.toString(StandardCharsets.UTF_8)).isEqualTo("a\tb\n1\t2\nc\n3\n");
    assertThat(run("--init", "init.sql", "--no-init", "-c", ".exit 9")).isEqualTo(9);
  }

  @Test
  void colorsOnlyTerminalsUnlessAskedTo() {
    run("--mode", "table", "-c", "SELECT 1 AS a; SELECT nope");
    assertThat(data.toString(StandardCharsets.UTF_8) + narration).doesNotContain("\u001b");

    run("--color", "always", "--mode", "table", "-c", "SELECT 1 AS a; SELECT nope");
    assertThat(data.toString(StandardCharsets.UTF_8)).contains("\u001b[1ma\u001b[0m");
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .contains("\u001b[1;31merror: Binder Error:\u001b[0m")
        .contains("\u001b[31m");
    assertThat(StandardStreams.isColored(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(StandardStreams.isColored(Map.of("TERM", "dumb"))).isFalse();
    assertThat(StandardStreams.isColored(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
  }

  @Test
  void refusesAWayToDrawPhotosThatNobodyKnows() {
    assertThat(run("--set", "shell.pictures=ascii", "-c", "SELECT 1")).isEqualTo(2);
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .startsWith(
            "error: --set: shell.pictures is ascii, must be auto, kitty, iterm2, sixel or none");
  }

  @Test
  void printsHelpOfEveryCommandToStandardOutput() {
    assertThat(run("demo", "--help")).isZero();

    assertThat(data.toString(StandardCharsets.UTF_8)).startsWith("Usage: photocat demo ");
    assertThat(narration.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void refusesATextBesideACommandRatherThanIgnoreIt() {
    assertThat(run("-c", "SELECT 1", "status")).isEqualTo(2);

    assertThat(data.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(narration.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            error: cannot run -c or -f and the command status at once
              hint: see 'photocat --help'
            """);
    assertThat(folder.resolve("catalog")).doesNotExist();
  }

  @Test
  void takesABlankVariableForNone() {
    environment = Map.of("XDG_CONFIG_HOME", folder.toString(), "PHOTOCAT_CATALOG", "");

    assertThat(run("status")).isEqualTo(4);

    assertThat(narration.toString(StandardCharsets.UTF_8))
        .startsWith(
            "error: there is no catalogue at %s\n"
                .formatted(folder.resolve("catalog/photocat.duckdb")));
  }

  @Test
  void endsWithTwoWhenTheCommandIsUnknown() {
    assertThat(run("statsu")).isEqualTo(2);
    assertThat(data.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private int run(String... arguments) {
    Streams streams = new Streams(writer(data), writer(narration));
    StandardStreams standard =
        new StandardStreams(InputStream.nullInputStream(), streams, Screen.NONE, false);
    return Run.of(
        new ProcessEnvironment(environment, folder, standard), new Cancellation(), arguments);
  }

  private static Writer writer(ByteArrayOutputStream target) {
    return new OutputStreamWriter(target, StandardCharsets.UTF_8);
  }
}
