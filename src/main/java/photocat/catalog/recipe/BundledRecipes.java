package photocat.catalog.recipe;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The names of the recipes that are shipped: the files of {@code sql/recipes}, sorted. */
final class BundledRecipes {
  /** Listed once: in a jar, whose directory the JVM has read already, in a millisecond. */
  static final List<String> NAMES = in(program());

  private static final String FOLDER = "sql/recipes/";

  private BundledRecipes() {}

  /** Returns the recipes in {@code program}, a jar or a folder of classes. */
  static List<String> in(Path program) {
    try {
      return Files.isDirectory(program) ? inFolder(program.resolve(FOLDER)) : inJar(program);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the recipes in " + program, e);
    }
  }

  private static List<String> inJar(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return names(
          file.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(FOLDER))
              .map(name -> name.substring(FOLDER.length())));
    }
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return names(
          files.map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/')));
    }
  }

  private static List<String> names(Stream<String> paths) {
    return paths
        .filter(path -> path.endsWith(RecipeBook.SUFFIX))
        .map(path -> path.substring(0, path.length() - RecipeBook.SUFFIX.length()))
        .sorted()
        .toList();
  }

  private static Path program() {
    return Path.of(
        URI.create(
            BundledRecipes.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
