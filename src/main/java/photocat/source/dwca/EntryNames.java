package photocat.source.dwca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * The names of an archive's entries. They are looked at, never used as paths; whoever sends one
 * that leads out of the archive means no good, and is refused. Not thread-safe.
 */
final class EntryNames {
  static final int MOST_ENTRIES = 200_000;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private final List<String> paths = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int entries;

  /** Takes a file's name as the archive gives it; empty for the litter of file managers. */
  Optional<String> add(String entryName) {
    if (++entries > MOST_ENTRIES) {
      throw tooMany();
    }
    String path = plain(entryName);
    if (isLitter(path)) {
      return Optional.empty();
    }
    if (!seen.add(path)) {
      throw bad("it holds '%s' more than once".formatted(OneLine.of(path)));
    }
    paths.add(path);
    return Optional.of(path);
  }

  List<String> paths() {
    return List.copyOf(paths);
  }

  /** Returns a path without {@code ./}, with {@code /} between folders. */
  static String plain(String entryName) {
    String path = entryName.replace('\\', '/');
    List<String> parts = Arrays.asList(path.split("/+", -1));
    if (path.startsWith("/") || DRIVE.matcher(path).matches() || parts.contains("..")) {
      throw bad("it holds '%s', which leads out of it".formatted(OneLine.of(entryName)))
          .withHint("do not unpack it either: it is no archive of a publisher");
    }
    if (path.indexOf('\0') >= 0) {
      throw bad("it holds a file with a NUL in its name");
    }
    return String.join("/", parts.stream().filter(part -> !part.equals(".")).toList());
  }

  private static boolean isLitter(String path) {
    for (String part : path.split("/", -1)) {
      if (part.startsWith(".") || part.equals("__MACOSX") || part.equalsIgnoreCase("thumbs.db")) {
        return true;
      }
    }
    return false;
  }

  static PhotocatException tooMany() {
    return bad("it holds more than " + Amounts.count(MOST_ENTRIES, "file"));
  }

  private static PhotocatException bad(String found) {
    return PhotocatException.of(ExitStatus.FAILED, found);
  }
}
