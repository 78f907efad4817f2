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
            "warning: cannot read recipe %s: line 1: unknown key @tite, expected one of @title, @doc, @param, @mode, @tags, @example"
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
  void showDescribesARecipe() {
    commands.done("recipes", "show", "double");

    assertThat(String.join("\n", commands.data()))
        .isEqualTo(
            """
            double: Twice a number
            from %s

            For tests.

            Parameters:
              number int            What to double (required)
              day date = today-30d  A day

            Example: photocat run double number=3

            SELECT 2 * $number AS twice, $day AS day;"""
                .formatted(folder.resolve("sql/recipes/double.sql")));
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
