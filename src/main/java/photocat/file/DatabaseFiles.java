package photocat.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database and what belongs to it: its log, its lock, its socket, what is written while it is
 * filled. All are told as files, whatever their paths: through links, hard links and mounts, and by
 * names that differ in case only.
 */
final class DatabaseFiles {
  /** What DuckDB and photocat put behind the name of a database. */
  private static final Pattern ENDINGS =
      Pattern.compile("\\.(wal(\\..*)?|tmp|lock|sock~?|log|ingest(-.*)?|part|damaged-.*)");

  private static final Set<String> LOGS = Set.of("photocat.log", "photocat.log.1");

  private final Path file;

  /** The paths of the database: as it is named, and where a link leads. */
  private final Set<Path> paths;

  /** The database {@code file}, which need not be there. */
  DatabaseFiles(Path file) throws IOException {
    this.file = file;
    this.paths = Stream.of(file, LinkEnd.of(file).path()).collect(Collectors.toUnmodifiableSet());
  }

  Path file() {
    return file;
  }

  /** Tells whether {@code path} is the database, by whatever name. */
  boolean are(Path path) {
    return paths.stream().anyMatch(own -> isSame(own, path));
  }

  /** Tells whether {@code path}, which no link is part of, is the database or belongs to it. */
  boolean include(Path path) {
    return are(path) || paths.stream().anyMatch(own -> isPartOf(own, path));
  }

  /** Returns where the database is below {@code folder}, be it by a link. */
  Optional<Path> find(Path folder) throws IOException {
    Finder finder = new Finder();
    Files.walkFileTree(folder, finder);
    return finder.found;
  }

  private static boolean isPartOf(Path own, Path path) {
    for (Path part = path; part != null; part = part.getParent()) {
      Path folder = part.getParent();
      if (folder != null && isSame(folder, own.getParent()) && isNamedAfter(own, part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedAfter(Path own, Path part) {
    String name = plain(part.getFileName());
    String database = plain(own.getFileName());
    return name.equals(database)
        || LOGS.contains(name)
        || (name.startsWith(database)
            && ENDINGS.matcher(name.substring(database.length())).matches());
  }

  /** Some file systems take names for the same that differ in case, or in how accents are kept. */
  private static String plain(@Nullable Path name) {
    return Normalizer.normalize(String.valueOf(name), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isSame(Path one, @Nullable Path other) {
    try {
      return other != null && (one.equals(other) || Files.isSameFile(one, other));
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Stops at the first that is the database. */
  private final class Finder extends SimpleFileVisitor<Path> {
    private Optional<Path> found = Optional.empty();

    @Override
    public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
      if (!are(each)) {
        return FileVisitResult.CONTINUE;
      }
      found = Optional.of(each);
      return FileVisitResult.TERMINATE;
    }

    /** What cannot be read is none that could be written through. */
    @Override
    public FileVisitResult visitFileFailed(Path each, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
