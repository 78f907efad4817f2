package photocat.shell.complete;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import photocat.file.UserPaths;
import photocat.model.PhotocatException;

/** Completes names of files and folders. */
public final class FileCompleter {
  private static final int MOST = 500;

  private final UnaryOperator<Path> paths;

  /**
   * Completes paths as a person types them.
   *
   * @param paths tells where a typed path leads
   */
  public FileCompleter(UnaryOperator<Path> paths) {
    this.paths = paths;
  }

  /**
   * Completes a word of a command, in quotes where it needs them.
   *
   * @param offset where the word begins in the whole text
   */
  Completion inCommand(String typed, int offset) {
    Completion whole = WordCompletion.of(typed, offset, this::complete);
    int start = start(typed);
    if (!whole.word().equals(typed)) {
      return whole;
    }
    // The folder has been typed and need not be read again.
    return new Completion(
        offset + start,
        typed.substring(start),
        whole.suggestions().stream().map(each -> each.from(start)).toList());
  }

  /**
   * Completes the text of a string in SQL.
   *
   * @param offset where the text begins, after its quote
   */
  Completion inString(String typed, int offset) {
    List<Suggestion> files =
        complete(typed.replace("''", "'")).stream()
            .map(each -> each.with(each.value().replace("'", "''")))
            .toList();
    int start = start(typed);
    return new Completion(
        offset + start,
        typed.substring(start),
        files.stream().map(each -> each.from(start)).toList());
  }

  private static int start(String typed) {
    return typed.lastIndexOf('/') + 1;
  }

  /**
   * Returns the paths of what lies in the folder that {@code typed} begins with and fits its rest;
   * hidden files only where the dot has been typed.
   */
  List<Suggestion> complete(String typed) {
    String parent = typed.substring(0, start(typed));
    String prefix = typed.substring(start(typed));
    List<Suggestion> suggestions = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(paths.apply(UserPaths.read(parent)))) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        boolean fits = name.startsWith(prefix) && (prefix.startsWith(".") || !name.startsWith("."));
        if (fits && suggestions.size() < MOST) {
          String value = parent + (Files.isDirectory(file) ? name + "/" : name);
          suggestions.add(new Suggestion(value, "files", "", false));
        }
      }
    } catch (IOException | DirectoryIteratorException | PhotocatException e) {
      // A folder that cannot be read has nothing to offer.
      return List.of();
    }
    suggestions.sort(Comparator.comparing(Suggestion::value));
    return suggestions;
  }
}
