package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.file.Outputs;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** Recipes are written over nothing but recipes, and through no link. */
final class RecipeFilesTest {
  @TempDir private Path temporary;
  private Path recipes;
  private Path precious;
  private RecipeFiles files;

  @BeforeEach
  void open() throws IOException {
    Path folder = temporary.toRealPath();
    recipes = folder.resolve("recipes");
    precious = Files.writeString(folder.resolve("precious"), "mine");
    files =
        new RecipeFiles(
            RecipeBook.load(List.of(recipes)),
            new Outputs(
                () -> List.of(folder.resolve("recipes/c.duckdb")),
                Optional.empty(),
                new Cancellation()));
  }

  @Test
  void saveMakesTheFileAndItsFoldersAndNothingElse() throws IOException {
    Path file = save("bees/by-year", false);

    assertThat(file).isEqualTo(recipes.resolve("bees/by-year.sql"));
    assertThat(file).hasContent("-- @title   By year\nSELECT 1;");
    assertThat(recipes.resolve("bees").toFile().list()).containsExactly("by-year.sql");
  }

  @Test
  void filesBesideTheRecipeStay() throws IOException {
    Files.createDirectories(recipes);
    Files.writeString(recipes.resolve("mine.sql.new"), "mine");
    Files.createSymbolicLink(recipes.resolve("other.sql.new"), precious);

    save("mine", false);
    save("other", false);

    assertThat(recipes.resolve("mine.sql.new")).hasContent("mine");
    assertThat(recipes.resolve("other.sql.new")).isSymbolicLink();
    assertThat(precious).hasContent("mine");
  }

  @Test
  void whatIsThereIsReplacedByForceOnly() {
    Path file = save("mine", false);

    assertThatThrownBy(() -> save("mine", false)).hasMessageContaining("mine.sql is there");
    assertThat(save("mine", true)).isEqualTo(file);
  }

  @Test
  void linksAreNotFollowedNotEvenByForce() throws IOException {
    Files.createDirectories(recipes);
    Files.createSymbolicLink(recipes.resolve("file.sql"), precious);
    Files.createSymbolicLink(recipes.resolve("gone.sql"), recipes.resolve("nowhere"));
    Path elsewhere = Files.createDirectory(recipes.resolveSibling("elsewhere"));
    Files.createSymbolicLink(recipes.resolve("folder"), elsewhere);

    for (String name : List.of("file", "gone", "folder/x")) {
      for (boolean force : new boolean[] {false, true}) {
        assertThatThrownBy(() -> save(name, force)).isInstanceOf(PhotocatException.class);
      }
    }

    assertThat(precious).hasContent("mine");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(recipes.resolve("nowhere")).doesNotExist();
    assertThat(recipes.resolve("file.sql")).isSymbolicLink();
    assertThatThrownBy(() -> save("folder/x", true))
        .hasMessage(
            "cannot write recipe %s: %s is a link"
                .formatted(recipes.resolve("folder/x.sql"), recipes.resolve("folder")));
  }

  /** Whoever keeps his settings elsewhere has linked the folder itself. */
  @Test
  void folderOfRecipesMayBeALink() throws IOException {
    Path elsewhere = Files.createDirectory(recipes.resolveSibling("elsewhere"));
    Files.createSymbolicLink(recipes, elsewhere);

    save("mine", false);

    assertThat(elsewhere.resolve("mine.sql")).isRegularFile();
  }

  @Test
  void ownCopyOfAShippedRecipeGoesOverNothing() throws IOException {
    Files.createDirectories(recipes);
    Files.createSymbolicLink(recipes.resolve("gaps.sql"), recipes.resolve("nowhere"));

    assertThatThrownBy(() -> files.own("gaps")).isInstanceOf(PhotocatException.class);
    assertThat(recipes.resolve("nowhere")).doesNotExist();
  }

  @Test
  void fileOfTheCatalogueIsRefused() throws IOException {
    Files.createDirectories(recipes);
    Files.writeString(recipes.resolve("c.duckdb"), "a database");
    Files.createLink(recipes.resolve("qa.sql"), recipes.resolve("c.duckdb"));

    assertThatThrownBy(() -> save("qa", true)).hasMessageContaining("that is the catalogue itself");
  }

  private Path save(String name, boolean force) {
    return files.save(name, Optional.empty(), "SELECT 1", force);
  }
}
