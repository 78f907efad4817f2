package photocat.catalog;

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

/** The SQL files that are shipped, wherever the program lies: nothing has to list them. */
final class ShippedSql {
  private static final String ENDING = ".sql";

  private ShippedSql() {}

  /**
   * Returns the files below {@code sql/} and {@code folder}, by their paths from there without
   * {@code .sql}, sorted. Of a jar the JVM has read the directory already: that takes a
   * millisecond.
   *
   * @param folder empty, or with a slash at its end
   */
  static List<String> below(String folder) {
    return in(program(), folder);
  }

  /** Returns those in {@code program}, a jar or a folder of classes. */
  static List<String> in(Path program, String folder) {
    try {
      String root = "sql/" + folder;
      return Files.isDirectory(program) ? inFolder(program.resolve(root)) : inJar(program, root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the SQL files in " + program, e);
    }
  }

  private static List<String> inJar(Path jar, String root) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return names(
          file.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(root))
              .map(name -> name.substring(root.length())));
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
        .filter(path -> path.endsWith(ENDING))
        .map(path -> path.substring(0, path.length() - ENDING.length()))
        .sorted()
        .toList();
  }

  private static Path program() {
    return Path.of(
        URI.create(
            ShippedSql.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
