package photocat.demo;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import photocat.model.PhotocatException;

/** Tells what in a folder is of an earlier demonstration, and removes it; follows no link. */
final class DemoSurvey {
  private static final String ANY_FOLDER = "*";

  /** What DuckDB keeps beside a database; the rest belongs to it by its name too, but may stay. */
  private static final List<String> LOGS = List.of(".wal", ".wal.checkpoint", ".wal.recovery");

  private final Path named;
  private final Path folder;
  private final DemoRecord demos;
  private final Set<Path> own = new LinkedHashSet<>();

  /**
   * @param named the folder as messages name it
   * @param folder the same behind all links
   */
  DemoSurvey(Path named, Path folder, DemoRecord demos) {
    this.named = named;
    this.folder = folder;
    this.demos = demos;
  }

  /**
   * Looks at all files.
   *
   * @throws PhotocatException when one must stay that is in the way
   */
  void look(Set<String> needed, OldCatalog catalog) throws IOException {
    for (String path : demos.paths()) {
      for (Path file : files(path)) {
        if (!demos.isAsWritten(path, file)) {
          throw refusal(file, "was changed since a demo wrote it");
        }
        own.add(file);
      }
    }
    for (String path : needed) {
      for (Path file : files(path)) {
        if (!own.contains(file)) {
          throw refusal(file, "is in its way, and no demo wrote it");
        }
      }
    }
    Path database = folder.resolve(Demo.CATALOG);
    if (own.contains(database)) {
      look(database, catalog.look(database));
    }
    if (demos.paths().contains(Demo.CATALOG)) {
      for (String ending : LOGS) {
        own.addAll(files(Demo.CATALOG + ending));
      }
    }
  }

  private void look(Path database, OldCatalog.Found found) throws IOException {
    if (!found.ofTheUser().isEmpty()) {
      String what = String.join(", ", found.ofTheUser());
      throw refusal(database, "holds what no demo put there: " + what);
    }
    for (Path place : folders(folder.resolve(Demo.PHOTOS))) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place, ".photocat-*.part")) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          if (found.partMarks().stream().anyMatch(m -> name.startsWith(".photocat-" + m + "-"))) {
            own.add(file);
          }
        }
      }
    }
  }

  /** Removes what is the demonstration's, and the folders that are empty then. */
  void remove() throws IOException {
    Set<Path> emptied = new TreeSet<>(Comparator.reverseOrder());
    for (Path file : own) {
      Files.deleteIfExists(file);
      for (Path above = file.getParent();
          above != null && !above.equals(folder);
          above = above.getParent()) {
        emptied.add(above);
      }
    }
    for (Path each : emptied) {
      try {
        Files.deleteIfExists(each);
      } catch (DirectoryNotEmptyException e) {
        // Somebody has put something there, which stays.
      }
    }
  }

  /** Returns the names of what is still in the folder. */
  Set<String> kept() throws IOException {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  /** Returns the regular files at {@code path}, below folders that are no links. */
  private List<Path> files(String path) throws IOException {
    List<Path> places = List.of(folder);
    for (String part : path.split("/", -1)) {
      List<Path> next = new ArrayList<>();
      for (Path place : places) {
        if (part.equals(ANY_FOLDER)) {
          next.addAll(folders(place));
        } else if (exists(place.resolve(part))) {
          next.add(place.resolve(part));
        }
      }
      for (Path place : places) {
        if (!isFolder(place)) {
          throw refusal(place, "is in its way, and no folder");
        }
      }
      places = next;
    }
    for (Path file : places) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw refusal(file, "is in its way, and no file");
      }
    }
    return places;
  }

  /** Returns the folder itself and those in it, links left out. */
  private static List<Path> folders(Path place) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (isFolder(place)) {
      folders.add(place);
      try (DirectoryStream<Path> all = Files.newDirectoryStream(place, DemoSurvey::isFolder)) {
        all.forEach(folders::add);
      }
    }
    return folders;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFolder(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  private PhotocatException refusal(Path file, String why) {
    String kind = Files.isSymbolicLink(file) ? " (a link)" : "";
    return DemoFolder.refusal(named, folder.relativize(file) + kind + " " + why);
  }
}
