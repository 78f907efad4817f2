package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.SettingInfo;
import photocat.fetch.FetchSettings;
import photocat.model.setting.Setting;
import photocat.shell.DotCommand;
import photocat.shell.DotCommands;
import picocli.CommandLine.Model.OptionSpec;

/** What an addition costs is what {@code docs/contributing.md} says: so many files know of it. */
final class AdditionsTest {
  private static final Path MAIN = Path.of("src/main/java/photocat");

  @TempDir private Path folder;

  @Test
  void aDotCommandIsItsClassAndALine() throws IOException {
    assertThat(knownBy("DotCommand", MAIN.resolve("shell"), "DotCommands.java"))
        .hasSameSizeAs(DotCommands.all());
  }

  @Test
  void theWordOfADotCommandStandsInItsClassOnly() throws IOException {
    TreeMap<String, String> texts = texts(MAIN.resolve("shell"));
    for (DotCommand command : DotCommands.all()) {
      String literal = "\"" + command.word() + "\"";

      // Elsewhere it may be a word of a command of the command line, such as recipe show.
      Stream<String> about =
          texts.keySet().stream().filter(file -> texts.get(file).contains("DotCommand"));
      assertThat(about.filter(file -> texts.get(file).contains(literal)))
          .as(literal)
          .containsExactly(command.getClass().getSimpleName() + ".java");
    }
  }

  @Test
  void theKeyOfASettingStandsInOnePlace() throws IOException {
    TreeMap<String, String> texts = texts(MAIN);
    for (SettingInfo setting : settings()) {
      String literal = "\"" + setting.key() + "\"";

      assertThat(texts.keySet().stream().filter(file -> texts.get(file).contains(literal)))
          .as(literal)
          .hasSize(1);
    }
  }

  /** What is said of it in one place is what help, the job and the documentation say. */
  @Test
  void aSettingTellsEverybodyWhatItIs() throws IOException {
    Setting<Integer> setting = FetchSettings.MAX_CONNECTIONS;
    OptionSpec option =
        EveryCommand.in(folder)
            .getSubcommands()
            .get("download")
            .getSubcommands()
            .get("start")
            .getCommandSpec()
            .findOption("--max-connections");

    assertThat(settings()).anyMatch(each -> each.meaning().equals(setting.meaning()));
    assertThat(option.description()[0])
        .isEqualTo(setting.meaning() + " (default: fetch.max-connections, 64)");
    assertThat(Files.readString(Path.of("docs/reference/settings.md")))
        .contains("| `fetch.max-connections` | `64` | " + setting.meaning() + " |");
  }

  private List<SettingInfo> settings() {
    return Settings.read(folder.resolve("none"), Map.of(), List.of()).user().all();
  }

  @Test
  void anExportIsItsClassAndALine() throws IOException {
    assertThat(knownBy("FileExportCommand", MAIN.resolve("command"), "ExportCommands.java"))
        .hasSizeGreaterThan(1);
  }

  /** Returns the classes made from {@code base}, each of which {@code list} alone names. */
  private static Set<String> knownBy(String base, Path folder, String list) throws IOException {
    Pattern made = Pattern.compile("final class (\\w+) extends " + base + "\\b");
    TreeMap<String, String> texts = texts(folder);
    Set<String> classes = new TreeSet<>();
    texts.values().stream()
        .flatMap(text -> made.matcher(text).results())
        .forEach(found -> classes.add(found.group(1)));
    for (String name : classes) {
      Matcher word = Pattern.compile("\\b" + name + "\\b").matcher("");

      assertThat(texts.keySet().stream().filter(file -> word.reset(texts.get(file)).find()))
          .as(name)
          .containsExactlyInAnyOrder(name + ".java", list);
    }
    return classes;
  }

  /** Texts by the names of their files. */
  private static TreeMap<String, String> texts(Path folder) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      for (Path source : sources) {
        texts.put(source.getFileName().toString(), Files.readString(source));
      }
    }
    return texts;
  }
}
