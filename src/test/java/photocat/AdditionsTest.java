package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.SettingInfo;
import photocat.fetch.FetchSettings;
import photocat.model.setting.Setting;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;

/** What an addition costs is what {@code docs/contributing.md} says: so many files know of it. */
final class AdditionsTest {
  private static final Path MAIN = Path.of("src/main/java/photocat");

  @TempDir private Path folder;

  /** A file of the program. */
  private record Source(String name, String text) {}

  @Test
  void aDotCommandIsItsClassAndALine() throws IOException {
    assertThat(knownBy("DotCommand", MAIN.resolve("shell"), "DotCommands.java"))
        .hasSameSizeAs(DotCommands.all());
  }

  @Test
  void theWordOfADotCommandStandsInItsClassOnly() throws IOException {
    // Elsewhere it may be a word of a command of the command line, such as recipe show.
    List<Source> about =
        sources(MAIN.resolve("shell")).stream()
            .filter(source -> source.text().contains("DotCommand"))
            .toList();
    for (DotCommand command : DotCommands.all()) {
      assertThat(holding('"' + command.word() + '"', about))
          .as(command.word())
          .containsExactly(command.getClass().getSimpleName() + ".java");
    }
  }

  @Test
  void theKeyOfASettingStandsInOnePlace() throws IOException {
    List<Source> all = sources(MAIN);
    for (SettingInfo setting : settings()) {
      assertThat(holding('"' + setting.key() + '"', all)).as(setting.key()).hasSize(1);
    }
  }

  /** What is said of it in one place is what help and the documentation say. */
  @Test
  void aSettingTellsEverybodyWhatItIs() throws IOException {
    Setting<Integer> setting = FetchSettings.MAX_CONNECTIONS;

    assertThat(settings()).extracting(SettingInfo::meaning).contains(setting.meaning());
    assertThat(Files.readString(Path.of("docs/reference/settings.md")))
        .contains("| `fetch.max-connections` | `64` | " + setting.meaning() + " |");
    assertThat(Files.readString(Path.of("docs/reference/commands.md")).replaceAll("\\s+", " "))
        .contains(
            "--max-connections=N " + setting.meaning() + " (default: fetch.max-connections, 64)");
  }

  @Test
  void anExportIsItsClassAndALine() throws IOException {
    assertThat(knownBy("FileExportCommand", MAIN.resolve("command"), "ExportCommands.java"))
        .hasSizeGreaterThan(1);
  }

  private List<SettingInfo> settings() {
    return Settings.read(folder.resolve("none"), Map.of(), List.of()).user().all();
  }

  /** Returns the classes made from {@code base}, each of which {@code list} alone names. */
  private static Set<String> knownBy(String base, Path folder, String list) throws IOException {
    Pattern made = Pattern.compile("final class (\\w+) extends " + base + "\\b");
    List<Source> all = sources(folder);
    Set<String> classes = new TreeSet<>();
    all.stream()
        .flatMap(source -> made.matcher(source.text()).results())
        .forEach(found -> classes.add(found.group(1)));
    for (String name : classes) {
      Pattern word = Pattern.compile("\\b" + name + "\\b");

      assertThat(all.stream().filter(source -> word.matcher(source.text()).find()))
          .extracting(Source::name)
          .containsExactlyInAnyOrder(name + ".java", list);
    }
    return classes;
  }

  private static List<String> holding(String words, List<Source> among) {
    return among.stream()
        .filter(source -> source.text().contains(words))
        .map(Source::name)
        .toList();
  }

  private static List<Source> sources(Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return sources;
  }
}
