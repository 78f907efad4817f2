package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.BatchInput;
import photocat.command.CommandInfo;
import photocat.command.line.CommandLines;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Statement;

final class ScriptRunnerTest {
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void runsStatementsAndWritesCsv() {
    ExitStatus kind = world.runs("SELECT 1 AS a, NULL AS b; SELECT 'x,y' AS c");

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(world.data).hasToString("a,b\n1,\nc\n\"x,y\"\n");
    assertThat(world.narration).hasToString("");
  }

  @Test
  void keepsTemporaryTablesAndTransactionsFromStatementToStatement() {
    ExitStatus kind =
        world.runs(
            new BatchInput.Text("CREATE TEMP TABLE t (n INT); BEGIN"),
            new BatchInput.Text("INSERT INTO t VALUES (1); ROLLBACK; SELECT count(*) AS n FROM t"));

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(world.data).hasToString("n\n0\n");
  }

  @Test
  void runsCommandsAndRecipesBetweenStatements() throws Exception {
    Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        folder.resolve("sql/recipes/twice.sql"),
        "-- @title Twice a number\n-- @param n int Number\nSELECT 2 * $n AS twice;\n");

    ExitStatus kind =
        world.runs(
            """
            SELECT 1 AS a;
            @twice n=21
            .run twice n=4;
            run twice n=5
            .mode json
            SELECT 2
              AS b;
            .run twice n=6 --mode tsv
            """);

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(world.data)
        .hasToString("a\n1\ntwice\n42\ntwice\n8\ntwice\n10\n[\n{\"b\":2}\n]\ntwice\n12\n");
  }

  @Test
  void theFirstErrorEndsAScriptAndNamesItsPlace() throws Exception {
    Path script = folder.resolve("script.sql");
    Files.writeString(script, "-- head\nSELECT 1 AS a;\n\nSELECT\n  nope;\nSELECT 3;\n");

    ExitStatus kind =
        world.runs(new BatchInput.ScriptFile(script), new BatchInput.Text("SELECT 'not reached'"));

    assertThat(kind).isEqualTo(ExitStatus.FAILED);
    assertThat(world.data).hasToString("a\n1\n");
    assertThat(world.narration.toString())
        .startsWith(
            "error: " + script + ":4: Binder Error: Referenced column \"nope\" was not found")
        .contains("LINE 2:   nope\n          ^^^^\n");
  }

  @Test
  void tellsWhichCommandWasPerhapsMeant() {
    world.runsOn(".tmier\nstatsu;\nSLECT 1;\ntimer off;");

    assertThat(world.narration.toString())
        .contains("unknown command 'tmier'\n  hint: did you mean timer\n")
        .contains("  hint: did you mean .status\n")
        .contains("  hint: did you mean select\n");
  }

  @Test
  void aWrongCommandNamesItsPlaceToo() {
    ExitStatus kind = world.runs("SELECT 1;\n.nope\n", new BatchInput.StandardInput());

    assertThat(kind).isEqualTo(ExitStatus.USAGE);
    assertThat(world.narration.toString()).startsWith("error: stdin:2: unknown command 'nope'\n");
  }

  @Test
  void quitEndsAScriptAsDone() {
    ExitStatus kind = world.runs("SELECT 1 AS a;\nquit\nSELECT nope;");

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(world.data).hasToString("a\n1\n");
  }

  @Test
  void refusesAScriptWhoseLastStatementHasNoEnd() {
    assertThatThrownBy(() -> world.runs("SELECT 1;\nSELECT 'x;", new BatchInput.StandardInput()))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("stdin:2: the statement that begins here has no end: ' is missing");
    assertThat(world.data).hasToString("");
  }

  @Test
  void refusesAScriptThatIsMissingOrNoText() throws Exception {
    Files.write(folder.resolve("latin.sql"), new byte[] {'-', '-', (byte) 0xe9});

    assertThatThrownBy(() -> world.runs(new BatchInput.ScriptFile(Path.of("nowhere.sql"))))
        .isInstanceOf(PhotocatException.class)
        .hasMessage(
            "cannot read the script %s: there is no such file"
                .formatted(folder.resolve("nowhere.sql")));
    assertThatThrownBy(() -> world.runs(new BatchInput.ScriptFile(Path.of("latin.sql"))))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot read the script latin.sql: it is not UTF-8 text");
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(world.runs("\ufeffSELECT 1 AS a;", new BatchInput.StandardInput()))
        .isEqualTo(ExitStatus.DONE);
  }

  @Test
  void refusesToChangeTheCatalogueHalfWay() {
    assertThat(world.runs(".status --catalog other.duckdb")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.narration.toString())
        .contains("cannot change catalogue or settings here: the catalogue is open");
  }

  @Test
  void explainsCommandsOnRequest() {
    assertThat(world.runs("help")).isEqualTo(ExitStatus.DONE);
    assertThat(world.data.toString()).contains("  .status ").contains("  .quit ");

    assertThat(world.runs(".help status")).isEqualTo(ExitStatus.DONE);
    assertThat(world.data.toString()).contains("Usage: photocat status");
  }

  @Test
  void tellsThatACommandNeedsItsDotWhereItsNameIsSql() {
    assertThat(world.runs("export attribution plants;")).isEqualTo(ExitStatus.FAILED);
    assertThat(world.narration.toString())
        .contains("hint: the command of that name begins with a dot: .export");
  }

  @Test
  void tellsThatARecipeHasTheNameOfAMissingTable() {
    assertThat(world.runs("FROM licenses_of_nobody")).isEqualTo(ExitStatus.FAILED);
    assertThat(world.narration.toString()).doesNotContain("recipe");

    assertThat(world.runs("FROM coverage")).isEqualTo(ExitStatus.FAILED);
    assertThat(world.narration.toString()).contains("  hint: a recipe has that name: @coverage\n");
  }

  @Test
  void tellsHowToLeaveATransactionThatFailed() {
    try (Interpreter interpreter = new Interpreter(world.context, world.rules(), world.output)) {
      for (String sql : List.of("BEGIN", "SELECT error('x')", "SELECT 1")) {
        interpreter.run(new Statement(sql, 1, 0), "", changed -> {});
      }
    }

    assertThat(world.narration.toString())
        .endsWith("  hint: type ROLLBACK; to leave the failed transaction\n");
  }

  @Test
  void goesOnAfterFailuresWhereAskedTo() {
    int exitCode = world.runsOn("SELECT nope;\nSELECT 2 AS b;\n.nope\nSELECT 3 AS c;");

    assertThat(exitCode).isEqualTo(1);
    assertThat(world.data).hasToString("b\n2\nc\n3\n");
    assertThat(world.narration.toString())
        .startsWith("error: stdin:1: Binder Error")
        .contains("error: stdin:3: unknown command 'nope'");
  }

  @Test
  void exitEndsAScriptWithItsCode() {
    assertThat(world.runsOn("SELECT nope; SELECT 1 AS a;\n.exit 7\nSELECT 2;")).isEqualTo(7);
    assertThat(world.data).hasToString("a\n1\n");
    assertThat(world.runsOn(".exit")).isZero();
    assertThat(world.runsOn("SELECT nope;\n.exit")).isEqualTo(1);
    assertThat(world.runsOn(".exit 256")).isEqualTo(2);
  }

  @Test
  void writesResultsToFiles() throws Exception {
    world.runs(
        """
        .once one.json
        SELECT 1 AS a;
        SELECT 2 AS b;
        .output more.txt
        SELECT 3 AS c;
        .help timer
        .output
        SELECT 4 AS d;
        .once nowhere/x.csv
        """);

    assertThat(folder.resolve("one.json")).hasContent("[\n{\"a\":1}\n]\n");
    assertThat(folder.resolve("more.txt"))
        .content()
        .startsWith("c\n3\n.timer [on | off]\nTell how long");
    assertThat(world.data).hasToString("b\n2\nd\n4\n");
    assertThat(world.narration.toString())
        .isEqualTo(
            "wrote %s\nerror: stdin:9: cannot write to %s: there is no such folder\n"
                .replace("stdin:9: ", "")
                .formatted(folder.resolve("one.json"), folder.resolve("nowhere/x.csv")));
  }

  @Test
  void saysThatAFileIsFull() {
    int exitCode =
        world.runsOn(
            ".once /dev/full\nSELECT repeat('x', 100000) AS x;\n.output /dev/full\n"
                + "SELECT 1 AS a;\n.output\nSELECT 2 AS b;");

    assertThat(exitCode).isEqualTo(1);
    assertThat(world.data).hasToString("b\n2\n");
    assertThat(world.narration.toString())
        .contains("error: stdin:2: cannot write the output: No space left on device\n")
        .contains("error: stdin:4: cannot write the output: No space left on device\n")
        .doesNotContain("stdin:3", "wrote");
  }

  @Test
  void readsScriptsInsideOfScripts() throws Exception {
    Files.writeString(folder.resolve("inner.sql"), "SELECT 1 AS a;\n\nSELECT nope;\nSELECT 2;");
    Files.writeString(folder.resolve("loop.sql"), ".read loop.sql\n");

    assertThat(world.runs(".read inner.sql\nSELECT 'not reached';")).isEqualTo(ExitStatus.FAILED);
    assertThat(world.data).hasToString("a\n1\n");
    assertThat(world.narration.toString()).startsWith("error: inner.sql:3: Binder Error");
    assertThat(world.runs(".read loop.sql")).isEqualTo(ExitStatus.FAILED);
    assertThat(world.narration.toString()).contains("scripts read one another 50 deep");
    assertThat(world.runs(".read")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.narration.toString())
        .contains("error: cannot run .read: FILE is missing\n  hint: expected .read FILE\n");
  }

  @Test
  void tellsTheTimeWhereAskedTo() {
    world.runs(".timer on\nSELECT 1 AS a;\n.timer\n.timer off\nSELECT 2 AS b;");

    assertThat(world.narration.toString()).matches("took \\d+\\.\\d{3} s\n");
    assertThat(world.data).hasToString("a\n1\non\nb\n2\n");
  }

  @Test
  void safeModeForbidsFilesNetworkAndPrograms() throws Exception {
    Files.writeString(folder.resolve("data.csv"), "a\n1\n");

    world.runsOn(
        """
        .safe
        SELECT 1 AS inside;
        FROM read_csv('%1$s/data.csv');
        COPY (SELECT 1) TO '%1$s/out.csv';
        SET enable_external_access = true;
        .read data.csv
        .output out.txt
        .once out.txt
        .edit
        download start x
        ingest inat-open-data x.tar.gz
        .status --mode none
        .run licenses --mode none
        manifest list --mode none
        .download --help
        .timer
        """
            .formatted(folder));

    String narration = world.narration.toString();
    assertThat(narration.lines().filter(line -> line.startsWith("error: "))).hasSize(9);
    assertThat(world.data.toString())
        .startsWith("inside\n1\n")
        .contains("Usage: photocat download")
        .endsWith("off\n");
    assertThat(narration)
        .contains("Permission Error", ".read is not allowed: .safe holds until you leave")
        .contains("download start is not allowed");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("out"));
  }

  @Test
  void everyCommandOfSafeModeExists() {
    List<String> parts =
        CommandLines.describe(world.context).stream()
            .flatMap(
                group -> group.subcommands().stream().map(part -> group.name() + " " + part.name()))
            .toList();

    assertThat(parts).containsAll(SafeMode.PARTS);
    assertThat(CommandLines.describe(world.context).stream().map(CommandInfo::name))
        .containsAll(SafeMode.COMMANDS);
  }

  @Test
  void stopsAQueryWhenTheRunIsCancelled() throws Exception {
    Thread stopper = world.whenRowsAppear(world.cancellation::cancel);

    ExitStatus kind = world.runs("FROM range(1000000000000)");

    stopper.join();
    assertThat(kind).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(world.narration).hasToString("error: the statement was stopped\n");
  }
}
