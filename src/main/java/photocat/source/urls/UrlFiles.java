package photocat.source.urls;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import photocat.file.InputFile;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * The files that arguments mean: each a file, a folder or a pattern.
 *
 * @param named the files in order, each once, with the name that the catalogue keeps
 * @param notes what was passed over, a line each
 */
public record UrlFiles(Map<Path, String> named, List<String> notes) {
  private static final int DEEPEST = 20;
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");
  private static final Pattern LISTS =
      Pattern.compile("(?is).*\\.(csv|tsv|tab|psv|txt|json|jsonl|ndjson)(\\.gz)?");

  /**
   * Finds them. Of a folder, whose folders are looked into too, the Parquet files count; where
   * there are none its tables and texts. Names that begin with a dot or an underscore do not.
   *
   * @param refused tells what may not be read, as the catalogue itself
   * @throws PhotocatException when there is no such file, or a pattern or a folder has none
   */
  public static UrlFiles of(List<Path> arguments, Predicate<Path> refused) {
    Map<Path, String> found = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (Path argument : arguments) {
      try {
        add(argument, found, notes);
      } catch (IOException e) {
        throw unreadable(argument, FailureReason.of(e), e);
      }
    }
    for (Path file : found.keySet()) {
      if (refused.test(file)) {
        throw unreadable(file, "it is the catalogue itself", null);
      }
      if (InputFile.isPipe(file)) {
        throw unreadable(file, "it is a pipe, and is read more than once", null)
            .withHint("write it to a file first");
      }
    }
    return new UrlFiles(found, notes);
  }

  private static void add(Path argument, Map<Path, String> found, List<String> notes)
      throws IOException {
    if (Files.isDirectory(argument)) {
      addFolder(argument, found, notes);
    } else if (Files.exists(argument)) {
      found.putIfAbsent(argument, String.valueOf(argument.getFileName()));
    } else if (SPECIAL.matcher(argument.toString()).find()) {
      addPattern(argument, found);
    } else {
      throw unreadable(argument, "there is no such file", null);
    }
  }

  private static void addFolder(Path folder, Map<Path, String> found, List<String> notes)
      throws IOException {
    List<Path> files = inside(folder, DEEPEST);
    List<Path> parquet = files.stream().filter(file -> endsWith(file, ".parquet")).toList();
    List<Path> wanted =
        parquet.isEmpty()
            ? files.stream().filter(file -> LISTS.matcher(file.toString()).matches()).toList()
            : parquet;
    if (wanted.isEmpty()) {
      throw unreadable(folder, "the folder holds no list of addresses", null)
          .withHint("name the files, or a pattern such as '%s/*.dat'".formatted(folder));
    }
    if (wanted.size() < files.size()) {
      notes.add(
          "passed over %s of %s that %s"
              .formatted(
                  Amounts.count(files.size() - wanted.size(), "file"),
                  folder,
                  parquet.isEmpty() ? "are no lists by their names" : "are no Parquet"));
    }
    wanted.forEach(file -> found.putIfAbsent(file, folder.relativize(file).toString()));
  }

  private static boolean endsWith(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static void addPattern(Path pattern, Map<Path, String> found) throws IOException {
    Path folder = pattern;
    while (folder.getParent() != null && SPECIAL.matcher(folder.toString()).find()) {
      folder = folder.getParent();
    }
    boolean plain = !SPECIAL.matcher(folder.toString()).find();
    Path start = plain ? folder : Path.of("");
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw unreadable(pattern, "there is no such file, and it is no pattern", e);
    }
    int depth =
        pattern.toString().contains("**")
            ? DEEPEST
            : Math.max(1, pattern.getNameCount() - start.getNameCount());
    List<Path> files =
        Files.isDirectory(start)
            ? inside(start, depth).stream().filter(matcher::matches).toList()
            : List.of();
    if (files.isEmpty()) {
      throw unreadable(pattern, "no file matches", null);
    }
    files.forEach(file -> found.putIfAbsent(file, start.relativize(file).toString()));
  }

  private static List<Path> inside(Path folder, int depth) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isSeen(folder.relativize(file))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** Somebody else may remove files meanwhile. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException && !file.equals(folder)) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return found.stream().sorted().toList();
  }

  private static boolean isSeen(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return false;
      }
    }
    return true;
  }

  private static PhotocatException unreadable(Path file, String found, @Nullable Exception cause) {
    String message = "cannot read %s: %s".formatted(file, found);
    return cause == null
        ? PhotocatException.of(ExitStatus.FAILED, message)
        : PhotocatException.of(ExitStatus.FAILED, message, cause);
  }
}
