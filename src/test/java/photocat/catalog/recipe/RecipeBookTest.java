package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class RecipeBookTest {
  @TempDir private Path folder;

  @Test
  void prefersTheUsersFoldersInTheirOrder() throws IOException {
    write("first/licenses.sql", "-- @title Mine\nSELECT 1;");
    write("second/licenses.sql", "-- @title Hidden\nSELECT 2;");
    write("second/qa/odd.sql", "-- @title Odd\nSELECT 3;");
    RecipeBook book =
        RecipeBook.load(
            List.of(folder.resolve("first"), folder.resolve("absent"), folder.resolve("second")));

    assertThat(book.names()).contains("licenses", "qa/odd");
    assertThat(book.require("licenses").title()).isEqualTo("Mine");
    assertThat(book.require("licenses").origin())
        .isEqualTo(folder.resolve("first/licenses.sql").toString());
    assertThat(book.require("qa/odd").title()).isEqualTo("Odd");
  }

  @Test
  void readsAFileOnlyWhenItIsAskedFor() throws IOException {
    RecipeBook book = RecipeBook.load(List.of(folder));
    write("late.sql", "-- @titel Late\nSELECT 1;");

    assertThat(book.names()).contains("late");
    assertThatThrownBy(() -> book.require("late"))
        .hasMessageContaining(folder.resolve("late.sql") + ": line 1: unknown key @titel");
  }

  @Test
  void namesTheNearestRecipes() {
    assertThatThrownBy(() -> RecipeBook.load(List.of()).require("license"))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
              assertThat(failure.message()).isEqualTo("no recipe is called 'license'");
              assertThat(failure.hint())
                  .contains("did you mean licenses or changed-licenses or licenses-by-taxon");
            });
    assertThatThrownBy(() -> RecipeBook.load(List.of()).require("../../etc/passwd"))
        .hasMessage("no recipe is called '../../etc/passwd'");
  }

  @Test
  void knowsEveryRecipeOfTheFolder() throws IOException {
    Path root = Path.of("sql/recipes");
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace(".sql", ""))
              .sorted()
              .toList();

      assertThat(BundledRecipes.NAMES).isEqualTo(names);
      assertThat(RecipeBook.load(List.of()).names()).isEqualTo(names);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
