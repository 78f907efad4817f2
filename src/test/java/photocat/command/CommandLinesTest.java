package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.catalog.NewCatalog;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import picocli.CommandLine;

final class CommandLinesTest {
  @TempDir private Path folder;
  private final RootCommand root = new RootCommand(new GlobalOptions(), ExitStatus.DONE::exitCode);

  @ParameterizedTest
  @CsvSource({
    "status,true",
    "--catalog x status,true",
    "--help,true",
    "-q stats,true",
    "-c status,false",
    "-c a -f - --mode csv -q,false",
    "--mode=csv --nope,false",
  })
  void readsTheDeclarationsOfCommandsOnlyWhereAWordCouldBeOne(String words, boolean all) {
    CommandLine line = CommandLines.create(root, context(), List.of(words.split(" ")));

    assertThat(line.getSubcommands().isEmpty()).isNotEqualTo(all);
  }

  @Test
  void keepsTheOrderOfTextsAndFiles() {
    int exitCode =
        CommandLines.run(root, context(), List.of("-f", "a.sql", "-c", "b", "-f", "-", "-c", "c"));

    assertThat(exitCode).isZero();
    assertThat(root.inputs())
        .containsExactly(
            new BatchInput.ScriptFile(Path.of("a.sql")),
            new BatchInput.Text("b"),
            new BatchInput.StandardInput(),
            new BatchInput.Text("c"));
  }

  @ParameterizedTest
  @CsvSource({
    "ingest inat-open-data --form x,--form,did you mean --from",
    "verify m --rooot=x,--rooot,did you mean --root",
    "verify m --nonsense,--nonsense,see 'photocat verify --help'",
  })
  void offersTheNearestOption(String words, String shown, String hint) {
    CommandRunner commands = new CommandRunner(folder);

    assertThat(commands.run(words.split(" "))).isEqualTo(2);

    assertThat(commands.said())
        .isEqualTo("error: unknown option '%s'\nhint: %s".formatted(shown, hint));
  }

  private Context context() {
    return new Context(
        (use, without, createIn) -> NewCatalog.inMemory(),
        () -> {
          throw new IllegalStateException("nothing is to be said");
        },
        new RunSetup(folder, InstantSource.system()),
        new Cancellation());
  }
}
