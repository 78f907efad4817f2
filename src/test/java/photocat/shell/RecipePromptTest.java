package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;
import photocat.shell.complete.CatalogNames;
import photocat.shell.complete.FileCompleter;
import photocat.shell.complete.NameReader;
import photocat.shell.complete.NameSnapshot;
import photocat.shell.complete.RecipeSuggestions;

/** Recipes at a prompt: saved, edited, and asked for their values. */
final class RecipePromptTest {
  private static final String ASKING =
      """
      -- @title Numbers
      -- @param start  int min 0 max 9   The first
      -- @param word   text?             Put before
      -- @param kind   text = even in (even, odd)  Which
      SELECT $start AS start, $word AS word, $kind AS kind;
      """;

  @TempDir private Path folder;
  private World world;
  private Programs programs = new Programs("cat", "true", "true");

  @BeforeEach
  void open() {
    world = World.atPrompt(folder, Optional::empty);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void savesTheLastStatementWithAValidHeader() throws IOException {
    shell(
        "SELECT 7 AS n\nWHERE true;",
        ".recipe save bees/by-year",
        ".recipe save seven --title 'Just seven'",
        "@bees/by-year --mode csv");

    assertThat(read("bees/by-year")).isEqualTo("-- @title   By year\nSELECT 7 AS n\nWHERE true;\n");
    assertThat(read("seven")).startsWith("-- @title   Just seven\n");
    assertThat(world.data.toString()).endsWith("n\n7\n");
    assertThat(world.narration.toString())
        .isEqualTo(
            """
            wrote %s; @bees/by-year runs it
            recipe bees/by-year has no mistakes
            wrote %s; @seven runs it
            recipe seven has no mistakes
            """
                .formatted(file("bees/by-year"), file("seven")));
  }

  @Test
  void savesParametersOfAStatementThatCouldNotRunWithoutThem() throws IOException {
    shell("SELECT $least AS least;", ".recipe save wanted", "@wanted least=3 --mode csv");

    assertThat(read("wanted"))
        .isEqualTo("-- @title   Wanted\n-- @param   least  text?\nSELECT $least AS least;\n");
    assertThat(world.data.toString()).endsWith("least\n3\n");
  }

  @Test
  void overwritesAndHidesNothingWithoutForce() throws IOException {
    shell(
        "SELECT 1;",
        ".recipe save mine",
        "SELECT 2;",
        ".recipe save mine",
        ".recipe save gaps",
        ".recipe save gaps --force",
        ".recipe save ../mine",
        ".recipe save mine.sql");

    assertThat(read("mine")).contains("SELECT 1;");
    assertThat(read("gaps")).contains("SELECT 2;");
    assertThat(world.narration.toString())
        .contains(
            """
            error: cannot save recipe mine: %s is there
              hint: choose another name, or overwrite it with --force
            error: cannot save recipe gaps: one of this name comes with photocat
              hint: choose another name, or put yours before it with --force
            """
                .formatted(file("mine")))
        .contains("error: '../mine' cannot be the name of a recipe\n")
        .contains("error: 'mine.sql' cannot be the name of a recipe\n");
  }

  @Test
  void checksWhatWasEdited() throws IOException {
    write("mine", "-- @title Mine\nSELECT 1 AS a;\n");
    programs = new Programs("cat", "sed -i s/SELECT/SELEKT/", "true");

    shell(".recipe edit mine");

    assertThat(world.data.toString())
        .startsWith(file("mine") + ":2: Parser Error: syntax error at or near \"SELEKT\"\n");
    assertThat(world.narration.toString())
        .isEqualTo(
            """
            error: 1 mistake in recipe mine
              hint: 'recipe edit RECIPE' opens one and checks it afterwards
            """);
  }

  @Test
  void editsACopyOfARecipeThatIsShippedAndKeepsItIfItWasChanged() throws IOException {
    programs = new Programs("cat", "sed -i '1s/$/ of mine/'", "true");
    shell(".recipe edit gaps");

    assertThat(read("gaps").lines().findFirst().orElse("")).endsWith("and why of mine");
    assertThat(world.narration.toString())
        .isEqualTo(
            "%s goes before the one that comes with photocat\nrecipe gaps has no mistakes\n"
                .formatted(file("gaps")));

    world.narration.getBuffer().setLength(0);
    programs = new Programs("cat", "true", "true");
    shell(".recipe edit coverage", ".recipe edit cover");

    assertThat(file("coverage")).doesNotExist();
    assertThat(world.narration.toString())
        .isEqualTo(
            """
            unchanged: coverage is the one that comes with photocat
            error: no recipe is called 'cover'
              hint: did you mean coverage
            """);
  }

  @Test
  void safeForbidsEditAndSave() {
    shell("SELECT 1;", ".safe", ".recipe save mine", ".recipe edit gaps", ".recipe check x.sql");

    assertThat(world.narration.toString())
        .contains("error: recipe save is not allowed: .safe holds until you leave\n")
        .contains("error: recipe edit is not allowed: .safe holds until you leave\n")
        .contains("error: recipe check is not allowed: .safe holds until you leave\n");
    assertThat(file("mine")).doesNotExist();
    world.narration.getBuffer().setLength(0);

    shell(".recipe show gaps", ".recipe check gaps");

    assertThat(world.narration.toString())
        .isEqualTo("comes with photocat\nrecipe gaps has no mistakes\n");
  }

  @Test
  void asksForWhatIsMissingUntilItIsRight() throws IOException {
    write("asking", ASKING);
    RecordingConsole console =
        new RecordingConsole("@asking --mode csv", "many", "12", "", "3", "it's \"so\" \\ ;", "");

    run(console);

    assertThat(world.data).hasToString("start,word,kind\n3,\"it's \"\"so\"\" \\ ;\",even\n");
    assertThat(console.questions)
        .containsExactly("start: ", "start: ", "start: ", "start: ", "word: ", "kind [even]: ");
    assertThat(world.narration.toString())
        .isEqualTo(
            """
            asking: Numbers
              The first: a whole number from 0 to 9
            error: start is 'many', must be a whole number
            error: start is 12, must be 9 or less
            error: start has no value
              Put before: a text; Enter leaves it out
              Which: one of even, odd
            """);
  }

  @Test
  void asksOnlyWhereSomethingMustBeGivenAndForWhatWasNot() throws IOException {
    write("asking", ASKING);
    RecordingConsole console =
        new RecordingConsole("@asking start=1", "run asking kind=odd word=x --mode csv", "2");

    run(console);

    assertThat(console.questions).containsExactly("start: ");
    assertThat(world.data.toString()).endsWith("start,word,kind\n2,x,odd\n");
  }

  @Test
  void ctrlCAndCtrlDLeadBackToThePrompt() throws IOException {
    write("asking", ASKING);
    RecordingConsole console = new RecordingConsole("@asking", "^C", "SELECT 'here' AS x;");

    run(console);

    assertThat(world.data.toString()).contains("here").doesNotContain("start");
    assertThat(world.narration.toString()).endsWith("recipe asking was not run\n");
    assertThat(console.prompts).hasSize(3);
  }

  @Test
  void asksOnceForWhatIsWatched() throws IOException {
    write("asking", ASKING);
    RecordingConsole console =
        new RecordingConsole(".watch 0.01 --times 2 @asking kind=odd word=x", "4");

    run(console);

    assertThat(console.questions).containsExactly("start: ");
    assertThat(world.data.toString().split("│     4 │", -1)).hasSize(3);
  }

  @Test
  void aScriptIsToldWhatIsMissing() throws IOException {
    write("asking", ASKING);

    assertThat(world.runs("@asking")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.runs("SELECT 5 AS n; \n.recipe save five\n@five")).isEqualTo(ExitStatus.DONE);
    assertThat(world.runs(".recipe edit five")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.runs(".recipe check five &")).isEqualTo(ExitStatus.DONE);
    assertThat(world.runs(".recipe save six &")).isEqualTo(ExitStatus.USAGE);

    assertThat(world.narration.toString())
        .contains("error: cannot run recipe asking: it needs a value for start\n")
        .contains("error: cannot edit in a script: nobody is there\n");
  }

  private Path file(String recipe) {
    return folder.resolve("sql/recipes/" + recipe + ".sql");
  }

  private String read(String recipe) throws IOException {
    return Files.readString(file(recipe));
  }

  private void write(String recipe, String text) throws IOException {
    Files.createDirectories(file(recipe).getParent());
    Files.writeString(file(recipe), text);
  }

  private void shell(String... texts) {
    run(new RecordingConsole(texts));
  }

  private void run(RecordingConsole console) {
    Foreground foreground = new Foreground(programs, console);
    RecipeSuggestions suggestions =
        new RecipeSuggestions(() -> NameSnapshot.EMPTY, new FileCompleter(folder::resolve));
    RecipeQuestions questions =
        new RecipeQuestions(console, world.context, world.output, suggestions);
    try (CatalogNames names =
            new CatalogNames(() -> NameReader.read(world.context), world.context.recipes());
        RoutingInterpreter interpreter =
            new RoutingInterpreter(
                world.context,
                world.rules(),
                world.output,
                Audience.prompt(
                    foreground, Watch.Viewer.NOBODY, questions, new Confirmation(console::ask)))) {
      new Shell(interpreter, console, world.output, names, foreground, () -> {})
          .run(Optional.empty(), "photos");
    }
  }
}
