package photocat.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Completes names of files and folders. */
final class FileCompleter {
  private static final int MOST = 500;

  private final Path folder;

  /** Completes paths as a person types them who is in {@code folder}. */
  FileCompleter(Path folder) {
    this.folder = folder;
  }

  /** Returns where the part of {@code typed} begins that the suggestions replace. */
  static int start(String typed) {
    return typed.lastIndexOf('/') + 1;
  }

  /**
   * Returns what lies in the folder that {@code typed} begins with and fits its rest; hidden files
   * only where the dot has been typed.
   *
   * @param canBeTyped tells names that can stand where they are typed
   */
  List<Suggestion> complete(String typed, Predicate<String> canBeTyped) {
    String prefix = typed.substring(start(typed));
    List<Suggestion> suggestions = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.resolve(typed.substring(0, start(typed))))) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        boolean fits = name.startsWith(prefix) && (prefix.startsWith(".") || !name.startsWith("."));
        if (fits && canBeTyped.test(name) && suggestions.size() < MOST) {
          String value = Files.isDirectory(file) ? name + "/" : name;
          suggestions.add(new Suggestion(value, "files", "", false));
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      // A folder that cannot be read has nothing to offer.
      return List.of();
    }
    suggestions.sort(Comparator.comparing(Suggestion::value));
    return suggestions;
  }
}
