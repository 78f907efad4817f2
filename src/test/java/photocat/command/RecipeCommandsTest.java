package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipeCommandsTest {
  @TempDir private Path folder;
  private CommandRunner commands;

  @BeforeEach
  void writeARecipe() throws IOException {
    Path recipes = Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        recipes.resolve("double.sql"),
        """
        -- @title   Twice a number
        -- @doc     For tests.
        -- @param   number  int               What to double
        -- @param   day     date = today-30d  A day
        -- @mode    line
        -- @tags    arithmetic
        -- @example number=3
        SELECT 2 * $number AS twice, $day AS day;
        """);
    Files.writeString(recipes.resolve("broken.sql"), "-- @tite Broken\nSELECT 1;");
    commands = new CommandRunner(folder);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  @Test
  void runBindsWhatWasGivenAndCountsDaysByTheClock() {
    assertThat(commands.done("run", "double", "number=21").data()).containsExactly("42|2026-10-21");
  }

  @Test
  void runTellsWhatTheRecipeTakesWhenAValueIsMissing() {
    assertThat(commands.run("run", "double")).isEqualTo(2);
    assertThat(commands.said())
        .isEqualTo(
            """
            error: cannot run recipe double: it needs a value for number
            hint: double takes number int; day date = today-30d""");
  }

  @Test
  void runOffersTheNearestRecipe() {
    assertThat(commands.run("run", "gap")).isEqualTo(2);
    assertThat(commands.said())
        .isEqualTo("error: no recipe is called 'gap'\nhint: did you mean gaps");
  }

  @Test
  void runTakesAManifestThatIsNotThereForWrongUsage() {
    assertThat(commands.run("run", "missing", "manifest=none")).isEqualTo(2);
    assertThat(commands.said())
        .isEqualTo(
            """
            error: cannot run recipe missing: no manifest is called 'none'
            hint: 'manifest list' names those there are""");
  }

  @Test
  void recipesListsTheUsersOwnAndThoseOfPhotocat() {
    commands.done("recipes");

    assertThat(commands.data())
        .anyMatch(row -> row.startsWith("double|Twice a number|arithmetic|number int, "))
        .anyMatch(row -> row.startsWith("coverage|") && row.endsWith("|photocat"));
    assertThat(commands.said())
        .isEqualTo(
            "warning: cannot read recipe %s: line 1: unknown key @tite, expected one of @title, @doc, @param, @mode, @tags, @example, @writes"
                .formatted(folder.resolve("sql/recipes/broken.sql")));
  }

  @Test
  void recipesCanBeChosenByTag() {
    assertThat(commands.done("recipes", "--tag", "arithmetic").data())
        .singleElement()
        .asString()
        .startsWith("double|");
  }

  @Test
  void showPrintsTheFileAndWhereItIs() {
    commands.done("recipe", "show", "double");

    assertThat(commands.data())
        .startsWith("-- @title   Twice a number")
        .endsWith("SELECT 2 * $number AS twice, $day AS day;");
    assertThat(commands.said()).isEqualTo("from " + folder.resolve("sql/recipes/double.sql"));

    assertThat(commands.done("recipe", "show", "gaps").data().get(0)).startsWith("-- @title");
    assertThat(commands.said()).isEqualTo("comes with photocat");
  }

  @Test
  void showPrintsARecipeThatCannotBeReadToo() {
    assertThat(commands.done("recipe", "show", "broken").data())
        .containsExactly("-- @tite Broken", "SELECT 1;");
    assertThat(commands.run("recipe", "show", "gap")).isEqualTo(2);
    assertThat(commands.said())
        .isEqualTo("error: no recipe is called 'gap'\nhint: did you mean gaps");
  }

  @Test
  void checkNamesFileLineAndKeyOfEveryMistake() throws IOException {
    Path recipes = folder.resolve("sql/recipes");
    Files.writeString(
        recipes.resolve("many.sql"),
        "-- @title A\n-- @title B\n-- @param x int = much\n-- @nope\nSELECT $x;\nSELECT 2;");
    Files.writeString(
        recipes.resolve("sql.sql"), "-- @title A\n\nSELECT\n    photo_idd\nFROM inat_photos;");

    assertThat(commands.run("recipe", "check")).isEqualTo(2);

    String keys = "expected one of @title, @doc, @param, @mode, @tags, @example, @writes";
    assertThat(String.join("\n", commands.data()).replace(recipes.toString(), ""))
        .isEqualTo(
            """
            /broken.sql:1: unknown key @tite, %s
            /broken.sql:1: it has no @title
            /many.sql:2: @title is given twice
            /many.sql:3: @param default of x is 'much', must be a whole number
            /many.sql:4: unknown key @nope, %s
            /many.sql:6: a second statement starts here, a recipe is one statement
            /sql.sql:4: Binder Error: Referenced column "photo_idd" not found in FROM clause!
                Candidate bindings: "photo_id", "photo_uuid", "position", "observation_uuid", "observer_id"
                    photo_idd
                    ^^^^^^^^^"""
                .formatted(keys, keys));
    assertThat(commands.said())
        .isEqualTo(
            "error: 7 mistakes in 3 of 4 recipes\n"
                + "hint: 'recipe edit RECIPE' opens one and checks it afterwards");
  }

  @Test
  void checkTakesNamesAndFiles() throws IOException {
    Files.writeString(folder.resolve("elsewhere.sql"), "-- @title A\nSELECT $x;");

    assertThat(commands.done("recipe", "check", "double", "gaps").said())
        .isEqualTo("2 recipes have no mistakes");
    assertThat(commands.run("recipe", "check", "elsewhere.sql")).isEqualTo(2);
    assertThat(commands.data())
        .containsExactly(
            folder.resolve("elsewhere.sql") + ":2: $x is used, but no @param declares it");
    assertThat(commands.said()).startsWith("error: 1 mistake in recipe elsewhere.sql");
    assertThat(commands.run("recipe", "check", "nope.sql")).isEqualTo(2);
    assertThat(commands.said()).endsWith("nope.sql: there is no such file or folder");
  }

  @Test
  void checkKnowsTheTypesOfParametersByTheExample() throws IOException {
    Files.writeString(
        folder.resolve("sql/recipes/typed.sql"),
        "-- @title A\n-- @param day date\n-- @example day=2026-01-01\nSELECT sqrt($day);");

    assertThat(commands.run("recipe", "check", "typed")).isEqualTo(2);
    assertThat(commands.data().get(0)).contains("typed.sql:4: Binder Error: No function matches");
  }

  @Test
  void editAndSaveNeedAPrompt() {
    assertThat(commands.run("recipe", "save", "mine")).isEqualTo(2);
    assertThat(commands.said())
        .isEqualTo(
            "error: cannot save recipe mine: no SQL was run yet\n"
                + "hint: run a statement here, then save it");
    assertThat(commands.run("recipe", "edit", "gaps")).isEqualTo(2);
    assertThat(commands.said()).isEqualTo("error: cannot edit in a script: nobody is there");
    assertThat(folder.resolve("sql/recipes/gaps.sql")).doesNotExist();
  }

  @Test
  void everyModeThatARecipeMayNameIsAModeOfTheProgram() throws IOException {
    for (OutputMode mode : OutputMode.values()) {
      Files.writeString(
          folder.resolve("sql/recipes/drawn.sql"),
          "-- @title Drawn\n-- @mode %s\nSELECT 1;".formatted(mode.word()));

      assertThat(commands.done("run", "drawn").data()).containsExactly("1");
    }
  }

  @Test
  void statusOfAnEmptyCatalogueNamesTheFirstStep() {
    assertThat(commands.done("status").data()).isEmpty();
    assertThat(commands.said())
        .isEqualTo("the catalogue is empty; 'ingest inat-open-data' begins to fill it");
  }
}
