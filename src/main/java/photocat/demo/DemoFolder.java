package photocat.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** The folder that a demonstration fills, emptied before when an earlier one has filled it. */
final class DemoFolder {
  private static final String MARK = ".photocat-demo";

  private DemoFolder() {}

  /**
   * Makes {@code folder} ready and empty; a link stays one.
   *
   * @throws PhotocatException when it holds anything that is not of a demonstration, or cannot be
   *     written
   */
  static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.exists(folder.resolve(MARK))) {
        empty(folder.toRealPath());
      } else if (!isEmpty(folder)) {
        throw PhotocatException.of(
                Kind.USAGE,
                "cannot run the demo in %s: the folder is not empty, and not of an earlier demo"
                    .formatted(folder))
            .withHint("choose another folder with --out DIR");
      }
      Files.writeString(folder.resolve(MARK), "The next 'photocat demo' empties this folder.\n");
    } catch (IOException e) {
      throw PhotocatException.of(
              Kind.FAILED,
              "cannot write the folder of the demo %s: %s".formatted(folder, FailureReason.of(e)),
              e)
          .withHint("choose another folder with --out DIR");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Deletes {@code folder} with all that is in it. */
  static void remove(Path folder) throws IOException {
    empty(folder);
    Files.delete(folder);
  }

  private static void empty(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            if (!visited.equals(folder)) {
              Files.delete(visited);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
