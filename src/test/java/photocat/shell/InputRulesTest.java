package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.command.CommandInfo;
import photocat.command.line.CommandLines;
import photocat.shell.dot.DotCommands;
import photocat.sql.SqlStart;
import photocat.sql.Statement;

final class InputRulesTest {
  @TempDir private static Path folder;
  private final List<CommandInfo> commands = CommandLines.describe(new World(folder).context);
  private final InputRules rules = new InputRules(() -> commands);

  @Test
  void onlyExportAndShowNeedTheirDot() {
    assertThat(commands.stream().map(CommandInfo::name).filter(SqlStart::isWord))
        .containsExactly("export");
    assertThat(DotCommands.words().stream().filter(SqlStart::isWord)).containsExactly("show");
  }

  /** Text, then its statements, commands in brackets; {@code ~} is a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 1;              | select 1",
        ".status                | [.status]",
        "status;~select~status; | [status;] / select~status",
        "STATUS                 | [STATUS]",
        "@gaps n=1 'x;~select 1; | [@gaps n=1 'x;] / select 1",
        "-- x~/* y */ .status   | [.status]",
        "select 1; .status      | select 1 / [.status]",
        "export database 'x';   | export database 'x'",
        ".export attribution x  | [.export attribution x]",
      })
  void tellsCommandsFromSql(String text, String statements) {
    String found =
        rules.split(text.replace('~', '\n')).statements().stream()
            .map(
                statement ->
                    rules.isCommand(statement) ? "[" + statement.text() + "]" : statement.text())
            .collect(Collectors.joining(" / "));

    assertThat(found).isEqualTo(statements.replace('~', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 1;      | false",
        "select 1       | true",
        "select 'x;     | true",
        ".status        | false",
        "status         | false",
        "statu          | true",
        "-- done        | false",
        "/* not done    | true",
      })
  void asksForMoreUntilAStatementIsWhole(String text, boolean unfinished) {
    assertThat(rules.isUnfinished(text)).isEqualTo(unfinished);
    assertThat(rules.isUnfinished("")).isFalse();
  }

  @Test
  void takesWordsOfCommands() {
    assertThat(words(".Status --mode csv;")).containsExactly("status", "--mode", "csv");
    assertThat(words("@gaps n=1")).containsExactly("run", "gaps", "n=1");
  }

  private static List<String> words(String command) {
    return InputRules.words(new Statement(command, 1, 0));
  }
}
