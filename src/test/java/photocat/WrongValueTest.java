package photocat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.Cancellation;
import photocat.shell.Screen;
import photocat.shell.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values that cannot be read are told in words for people, whatever option they were given to. */
final class WrongValueTest {
  /** No number, word, address, speed or path. */
  private static final String NONSENSE = "non\0sense";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest build x --top ten|--top is ten, must be a whole number of at most nine digits",
        "manifest build x --top=|--top is empty, must be a whole number of at most nine digits",
        "cancel seven|JOB is seven, must be a whole number of at most nine digits",
        "verify x --root=|--root is empty, must be a path or an address such as s3://bucket/prefix",
        "-f  --quiet|-f is empty, must be a path",
        "status --catalog=|--catalog is empty, must be a path",
        "demo --serve 99999|--serve is 99999, must be 0 to 65535",
        "status --color pink|--color is pink, must be auto, always or never",
        "status --quiet=maybe|--quiet is maybe, must be true, false or left out",
        "download start x --at quick|--at is quick, must be a speed such as 20MB/s",
        "verify x --s3-endpoint host:9000|--s3-endpoint is host:9000, must be an http or https address",
        "ingest inat-open-data --s3-endpoint x|--s3-endpoint is x, must be an http or https address",
      })
  void nameTheOptionWhatWasGivenAndWhatIsExpected(String words, String message) {
    assertThat(said(List.of(words.split(" ", -1)))).startsWith("error: " + message + "\n");
  }

  @Test
  void nameNoTypeOfJava() {
    List<String> tried = new ArrayList<>();

    tryAll(EveryCommand.in(folder), tried);

    assertThat(tried).contains("--top", "--on-error", "--catalog", "--from", "--at", "-f", "FILE");
  }

  private void tryAll(CommandLine line, List<String> tried) {
    CommandSpec command = line.getCommandSpec();
    Stream.concat(command.options().stream(), command.positionalParameters().stream())
        .filter(argument -> !isText(argument))
        .forEach(argument -> tryOne(command, argument, tried));
    line.getSubcommands().values().forEach(each -> tryAll(each, tried));
  }

  /** Any text can be read, and what is made of it is no matter of the command line. */
  private static boolean isText(ArgSpec argument) {
    boolean isHelp =
        argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    return isHelp || argument.auxiliaryTypes()[0] == String.class;
  }

  private void tryOne(CommandSpec command, ArgSpec argument, List<String> tried) {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
    words.remove(0);
    String name = argument.paramLabel();
    if (argument instanceof OptionSpec option) {
      name = option.longestName();
      words.add(name + "=" + NONSENSE);
    } else {
      words.add(NONSENSE);
    }
    tried.add(name);

    assertThat(said(words))
        .startsWith("error: %s is non?sense, must be ".formatted(name))
        .doesNotContain("must be " + argument.paramLabel())
        .doesNotContainPattern("\\b(int|long|double|boolean|enum|interface|class|URI)\\b")
        .doesNotContainPattern("[a-z]\\.[a-z]+\\.|[a-z][A-Z]");
  }

  /** Returns what a run that is wrong usage tells on standard error. */
  private String said(List<String> words) {
    ByteArrayOutputStream narration = new ByteArrayOutputStream();
    Streams streams = new Streams(Writer.nullWriter(), new OutputStreamWriter(narration, UTF_8));
    StandardStreams standard =
        new StandardStreams(InputStream.nullInputStream(), streams, Screen.NONE, false);
    ProcessEnvironment around = new ProcessEnvironment(Map.of(), folder, standard);

    int exitCode = Run.of(around, new Cancellation(), words.toArray(String[]::new));

    assertThat(exitCode).as(String.join(" ", words)).isEqualTo(2);
    return narration.toString(UTF_8);
  }
}
