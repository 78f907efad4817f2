package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import photocat.http.ScriptedServer;
import photocat.sql.CommandWords;
import picocli.CommandLine;

/** A global option before a command holds for it, or is refused; none is passed over in silence. */
final class GlobalOptionsTest {
  /** Those that do something else than to change the catalogue, so that they do it all the same. */
  private static final Set<String> WRITE_ELSEWHERE =
      Set.of("export ", "catalog copy", "recipe save", "recipe edit");

  @TempDir private Path folder;
  private ScriptedServer server;
  private WholeRun run;

  @BeforeEach
  void liveAlone() throws IOException {
    // It knows nothing; others are not asked.
    server = new ScriptedServer();
    run = runIn(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private WholeRun runIn(Path home) {
    return new WholeRun(home)
        .with("PHOTOCAT_GBIF_API", server.at("/v1").toString())
        .with("PHOTOCAT_INAT_API", server.at("").toString());
  }

  @TestFactory
  List<DynamicTest> optionsOfScriptsAreRefused() {
    return everyCommand(
        words -> {
          assertRefused("--init", with(words, "--init", "none.sql"));
          assertRefused("--on-error", with(words, "--on-error=continue"));
          if (!words.get(0).equals("run")) {
            assertRefused("--write-own-tables", with(words, "--write-own-tables"));
          }
        });
  }

  @TestFactory
  List<DynamicTest> settingsAreRead() {
    return everyCommand(
        words -> {
          assertThat(run.of(with(words, "--set", "no.such=1"))).isEqualTo(2);
          assertThat(run.narration()).startsWith("error: --set: there is no setting no.such");
          assertThat(folder).isEmptyDirectory();
        });
  }

  @TestFactory
  List<DynamicTest> aReaderMakesAndChangesNothing() {
    return everyCommand(
        words -> {
          int exitCode = run.of(with(words, "--read-only"));

          assertThat(files()).as(run.narration()).allMatch(file -> isOfRecipes(file, words));
          if (!files().isEmpty()) {
            assertThat(exitCode).isZero();
          }
        });
  }

  @TestFactory
  List<DynamicTest> theCatalogueIsTheOneThatIsNamed() {
    return everyCommand(
        words -> {
          run.of(with(words, "--catalog", "other/mine.duckdb"));

          assertThat(folder.resolve("catalog")).as(run.narration()).doesNotExist();
        });
  }

  @Test
  void aReaderChangesNothingInACatalogueThatIsThere() throws IOException {
    Path sample = Path.of("catalog/sample").toAbsolutePath();
    String bundle = sample.resolve("inat-open-data").toString();
    assertThat(run.of("ingest", "inat-open-data", "--from", bundle)).isEqualTo(3);
    assertThat(run.of("shortlist", "load", sample.resolve("species.csv").toString())).isZero();
    assertThat(run.of("match")).isZero();
    assertThat(run.of("manifest", "build", "top10")).isZero();
    byte[] before = Files.readAllBytes(folder.resolve("catalog/photocat.duckdb"));
    List<Path> filesBefore = files();

    for (List<String> words : commands().values()) {
      run.of(with(words, "--read-only"));

      assertThat(Files.readAllBytes(folder.resolve("catalog/photocat.duckdb")))
          .as("%s: %s", words, run.narration())
          .isEqualTo(before);
      if (WRITE_ELSEWHERE.stream().noneMatch(String.join(" ", words)::startsWith)) {
        assertThat(files()).as("%s: %s", words, run.narration()).isEqualTo(filesBefore);
      }
      filesBefore = files();
    }
  }

  @Test
  void thoseBehindACommandDoNotPutAsideThoseBeforeIt() {
    assertThat(run.of("--set", "contact=ann@example.org", "settings", "--set=fetch.attempts=7"))
        .isZero();
    assertThat(run.data()).contains("ann@example.org").contains("fetch.attempts,7,");
    assertThat(run.of("--catalog", "a.duckdb", "status", "--catalog", "b.duckdb")).isEqualTo(2);
    assertThat(run.narration())
        .isEqualTo("error: --catalog is given twice: a.duckdb, b.duckdb\n  hint: leave out one\n");
    assertThat(run.of("-q", "status", "--quiet", "--catalog=a.duckdb")).isEqualTo(4);
    assertThat(run.of("status", "--set")).isEqualTo(2);
    assertThat(run.narration()).startsWith("error: missing KEY=VALUE after --set\n");
  }

  @Test
  void theDemoSaysWhichItCannotKeep() {
    assertThat(run.of("--read-only", "demo")).isEqualTo(2);
    assertThat(run.narration())
        .isEqualTo(
            """
            error: cannot run demo with --read-only: demo writes a catalogue, photos and their credits
              hint: leave out --read-only
            """);
    assertThat(run.of("demo", "--catalog", "mine.duckdb")).isEqualTo(2);
    assertThat(run.narration())
        .startsWith(
            "error: cannot run demo with --catalog: demo has a catalogue of its own, in --out DIR\n");
    assertThat(run.of("--read-only", "repair")).isEqualTo(2);
    assertThat(run.narration())
        .startsWith(
            "error: cannot run repair with --read-only: repair writes the catalogue again\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theDemoKeepsTheOthers() {
    int exitCode = run.of("-q", "--mode=jsonl", "--set", "fetch.max-photo-bytes=10000", "demo");

    assertThat(exitCode).as(run.narration()).isEqualTo(3);
    assertThat(run.data()).contains("\n{\"").contains("too_large");
    assertThat(run.narration())
        .doesNotContain("made the catalogue")
        .contains("error: the demo ends here");
  }

  private void assertRefused(String option, String... words) {
    assertThat(run.of(words)).as(String.join(" ", words)).isEqualTo(2);
    assertThat(run.narration())
        .startsWith("error: cannot run ")
        .contains(" with " + option + ": ")
        .hasLineCount(2);
    assertThat(folder).isEmptyDirectory();
  }

  private interface Check {
    void of(List<String> words) throws IOException;
  }

  private List<DynamicTest> everyCommand(Check check) {
    return commands().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> inOwnFolder(check, each)))
        .toList();
  }

  private void inOwnFolder(Check check, Map.Entry<String, List<String>> command)
      throws IOException {
    Path whole = folder;
    folder = Files.createDirectory(whole.resolve(command.getKey().replace(' ', '-')));
    run = runIn(folder);
    try {
      check.of(command.getValue());
    } finally {
      folder = whole;
    }
  }

  /** Returns the example of every command, by its name. */
  private Map<String, List<String>> commands() {
    return leaves(EveryCommand.in(folder))
        .collect(Collectors.toMap(GlobalOptionsTest::name, this::example));
  }

  private static Stream<CommandLine> leaves(CommandLine line) {
    List<CommandLine> below = List.copyOf(line.getSubcommands().values());
    return below.isEmpty()
        ? Stream.of(line)
        : below.stream().distinct().flatMap(GlobalOptionsTest::leaves);
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName().replaceFirst("^photocat ", "");
  }

  private List<String> example(CommandLine line) {
    String typed =
        Stream.of(line.getCommandSpec().usageMessage().footer())
            .map(text -> text.replaceFirst("^(Example:)?\\s*(photocat |\\.)", ""))
            .filter(text -> text.startsWith(name(line)))
            .findFirst()
            .orElse(name(line));
    return CommandWords.of(typed.replace("/tmp/", folder + "/").replaceFirst(" > .*", ""));
  }

  private static String[] with(List<String> words, String... options) {
    List<String> whole = new ArrayList<>(List.of(options));
    whole.addAll(words);
    return whole.toArray(String[]::new);
  }

  private static boolean isOfRecipes(Path file, List<String> words) {
    return words.get(0).equals("recipe") && file.toString().contains("recipes");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file)).sorted().toList();
    }
  }
}
