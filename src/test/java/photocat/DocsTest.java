package photocat;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import photocat.catalog.recipe.Recipe;
import photocat.catalog.recipe.RecipeBook;
import photocat.catalog.recipe.RecipeParameter;
import photocat.command.OutputMode;
import photocat.command.SettingInfo;
import photocat.job.Layout;
import photocat.model.ExitStatus;
import photocat.shell.Key;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What users can type is documented, and the pages say what the program says. */
final class DocsTest {
  private static final String UPDATE = "./mvnw -q test -Dtest=DocsTest -Ddocs.update=true";
  private static final Path DOCS = Path.of("docs");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z][A-Za-z0-9]*)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @TempDir private Path folder;

  @Test
  void theReferenceSaysWhatTheProgramSays() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    pages.put("commands.md", ReferencePages.commands(EveryCommand.in(folder)));
    pages.put("recipes.md", ReferencePages.recipes(RecipeBook.load(List.of())));
    pages.put("tables.md", ReferencePages.tables(SchemaTable.all()));
    pages.put("shell.md", ReferencePages.shell());
    pages.put("errors.md", ReferencePages.errors());
    pages.put("settings.md", ReferencePages.settings(settings()));

    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = DOCS.resolve("reference").resolve(page.getKey());
      if (Boolean.getBoolean("docs.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
      String found = Files.exists(file) ? Files.readString(file) : "";

      assertThat(found)
          .as("%s is stale; '%s' writes it again", file, UPDATE)
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyCommandExplainsItselfAndItsOptions() {
    List<String> silent = new ArrayList<>();
    addSilent(EveryCommand.in(folder), silent);

    assertThat(silent).isEmpty();
  }

  @Test
  void everyTableAndColumnHasAComment() {
    List<String> silent = new ArrayList<>();
    for (SchemaTable table : SchemaTable.all()) {
      addIf(table.comment().isBlank(), table.name(), silent);
      for (SchemaTable.SchemaColumn column : table.columns()) {
        addIf(column.comment().isBlank(), table.name() + "." + column.name(), silent);
      }
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void everyRecipeExplainsItselfAndItsParameters() {
    List<String> silent = new ArrayList<>();
    RecipeBook book = RecipeBook.load(List.of());
    for (String name : book.names()) {
      Recipe recipe = book.require(name);
      addIf(recipe.title().isBlank(), name, silent);
      addIf(recipe.examples().isEmpty(), name + " has no example", silent);
      for (RecipeParameter parameter : recipe.parameters()) {
        addIf(parameter.doc().isBlank(), name + " " + parameter.name(), silent);
      }
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void everySettingHasAMeaning() {
    assertThat(settings()).isNotEmpty();
    assertThat(settings()).noneMatch(setting -> setting.meaning().isBlank());
  }

  @Test
  void everyCommandAndKeyOfThePromptIsExplained() {
    assertThat(DotCommands.all().stream().map(DotCommand::summary)).noneMatch(String::isBlank);
    assertThat(Stream.of(Key.values()).map(Key::meaning)).noneMatch(String::isBlank);
  }

  @Test
  void everyExitCodeIsThereOnceAndHasAMeaning() {
    assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::exitCode)).doesNotHaveDuplicates();
    assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::meaning)).noneMatch(String::isBlank);
  }

  @Test
  void everyOutputModeIsExplained() throws IOException {
    String page = Files.readString(DOCS.resolve("how-to/ask-questions.md"));

    for (OutputMode mode : OutputMode.values()) {
      assertThat(page).contains("| `" + mode.word() + "` | " + mode.meaning() + " |");
    }
  }

  /** A class that was renamed is not left behind in the page that leads through the code. */
  @Test
  void everyClassThatTheArchitectureNamesIsThere() throws IOException {
    String page = Files.readString(DOCS.resolve("explanation/architecture.md"));
    Set<String> named =
        CLASS
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files.forEach(file -> there.add(file.getFileName().toString().replace(".java", "")));
    }

    assertThat(named).hasSizeGreaterThan(50);
    assertThat(there).containsAll(named);
  }

  @Test
  void everyLayoutIsExplained() throws IOException {
    String page = Files.readString(DOCS.resolve("explanation/downloads.md"));

    for (Layout layout : Layout.values()) {
      assertThat(page)
          .contains(
              "| `%s` | `%s` | %s |".formatted(layout.word(), layout.example(), layout.suits()));
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        String target = links.group(1);
        Path file = page.resolveSibling(target).normalize();
        addIf(!target.contains("://") && !Files.exists(file), page + " -> " + target, dead);
      }
    }

    assertThat(dead).isEmpty();
  }

  private static void addSilent(CommandLine command, List<String> silent) {
    CommandSpec spec = command.getCommandSpec();
    String name = spec.qualifiedName();
    addIf(String.join("", spec.usageMessage().description()).isBlank(), name, silent);
    for (OptionSpec option : spec.options()) {
      addIf(isSilent(option), name + " " + option.longestName(), silent);
    }
    for (ArgSpec parameter : spec.positionalParameters()) {
      addIf(isSilent(parameter), name + " " + parameter.paramLabel(), silent);
    }
    List<CommandLine> below = ReferencePages.visible(command);
    String footer = String.join("\n", spec.usageMessage().footer());
    addIf(below.isEmpty() && !footer.contains("Example"), name + " has no example", silent);
    below.forEach(each -> addSilent(each, silent));
  }

  private static boolean isSilent(ArgSpec argument) {
    return !argument.hidden() && String.join("", argument.description()).isBlank();
  }

  private static void addIf(boolean fault, String what, List<String> faults) {
    if (fault) {
      faults.add(what);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(Path.of("README.md")), files)
          .filter(file -> file.toString().endsWith(".md") && Files.exists(file))
          .toList();
    }
  }

  private List<SettingInfo> settings() {
    return Settings.read(folder.resolve("none.properties"), Map.of(), List.of()).user().all();
  }
}
