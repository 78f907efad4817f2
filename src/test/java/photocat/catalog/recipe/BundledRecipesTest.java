package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe is a file of {@code sql/recipes}, and nothing else has to know of it. */
final class BundledRecipesTest {
  @TempDir private Path folder;

  @Test
  void areTheFilesInTheFolderOfAProgram() throws Exception {
    for (String file : List.of("recipes/b.sql", "recipes/qa/a.sql", "recipes/note.md", "x/c.sql")) {
      Path path = folder.resolve("sql").resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }

    assertThat(BundledRecipes.in(folder)).containsExactly("b", "qa/a");
  }

  @Test
  void areThoseInItsJar() throws Exception {
    Path jar = folder.resolve("a program+.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          List.of("sql/recipes/", "sql/recipes/b.sql", "sql/recipes/qa/a.sql", "sql/c.sql")) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }

    assertThat(BundledRecipes.in(jar)).containsExactly("b", "qa/a");
  }
}
