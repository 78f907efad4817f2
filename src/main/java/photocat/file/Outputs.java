package photocat.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * The one way to write a file that the user names. Refuses the catalogue, other databases that are
 * open, and all that belongs to them; replaces what photocat did not write only by force; leaves
 * nothing that is not whole. Links, devices and pipes stay what they are and are written through.
 */
public final class Outputs {
  /** What a user calls standard output. */
  private static final Set<Path> STANDARD_OUTPUT =
      Set.of(
          Path.of("-"), Path.of("/dev/stdout"), Path.of("/dev/fd/1"), Path.of("/proc/self/fd/1"));

  private static final Path TERMINAL = Path.of("/dev/tty");
  private static final String LOG_ENDING = ".wal";

  private final Supplier<List<Path>> databases;
  private final Optional<String> host;
  private final Cancellation stop;

  /**
   * Outputs beside these databases.
   *
   * @param databases those that must not be touched, the catalogue first; asked each time
   * @param host the process that this one works for, as messages name it; empty where it works for
   *     itself
   * @param stop ends the waiting for whoever is to read from a pipe
   */
  public Outputs(Supplier<List<Path>> databases, Optional<String> host, Cancellation stop) {
    this.stop = stop;
    this.databases = databases;
    this.host = host;
  }

  /** Tells whether a user who types {@code typed} means standard output. */
  public static boolean isStandardOutput(Path typed) {
    return STANDARD_OUTPUT.contains(typed);
  }

  /**
   * Returns the file that a user has typed, who may have meant a folder.
   *
   * @param verb what is to be done: cannot {@code verb} FILE
   * @throws PhotocatException when what he typed ends as only a folder does: the path would not
   */
  public static Path read(String typed, String verb) {
    Path file = UserPaths.read(typed);
    if (typed.endsWith("/") || typed.endsWith(file.getFileSystem().getSeparator())) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot %s %s: it ends as the name of a folder does"
                  .formatted(verb, OneLine.whole(typed)))
          .withHint("name a file in it");
    }
    return file;
  }

  /**
   * Returns the place of {@code file}, at which nothing has been changed so far.
   *
   * @throws PhotocatException when it may not be written
   */
  public OutputPlace place(Path file, Writing how) {
    try {
      refuseLinks(file, how);
      LinkEnd end = LinkEnd.of(file);
      Path path = end.path();
      refuseFilesOfTheHost(file, end, how);
      refuseDatabases(file, path, how);
      BasicFileAttributes there = attributes(path);
      if (there == null) {
        requireFolder(file, path, how);
      } else if (there.isDirectory()) {
        throw how.failure(file, "it is a folder");
      } else if (there.isRegularFile() && !end.isDescriptor()) {
        requireReplaceable(file, path, there, how);
      }
      boolean isPlain = there == null || (there.isRegularFile() && !end.isDescriptor());
      return new OutputPlace(file, path, isPlain, there != null, how, stop);
    } catch (IOException e) {
      throw how.failure(file, e);
    }
  }

  /** Refuses a file that a statement of the user's would attach. */
  public void refuseAttached(Path file) {
    Writing how = Writing.of("attach", true);
    try {
      refuseDatabases(file, LinkEnd.of(file).path(), how);
    } catch (IOException e) {
      throw how.failure(file, e);
    }
  }

  /** Refuses a file that a statement of the user's would write, or a folder that it would fill. */
  public void refuseWritten(Path file) {
    Writing how = Writing.of("write", true);
    try {
      Path path = LinkEnd.of(file).path();
      refuseDatabases(file, path, how);
      if (Files.isDirectory(path)) {
        refuseHolder(file, path, how);
      } else if (Files.isRegularFile(path) && Files.isReadable(path)) {
        refuseHeld(file, path, how);
      }
    } catch (IOException e) {
      throw how.failure(file, e);
    }
  }

  private void refuseDatabases(Path file, Path path, Writing how) throws IOException {
    boolean isCatalogue = true;
    for (Path database : databases.get()) {
      String name = isCatalogue ? "the catalogue" : "a database that is open here";
      DatabaseFiles files = new DatabaseFiles(database);
      if (files.are(path)) {
        throw how.failure(file, "that is %s itself".formatted(name));
      }
      if (files.include(path)) {
        throw how.failure(file, "it belongs to %s, %s".formatted(name, database));
      }
      isCatalogue = false;
    }
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(LOG_ENDING)) {
      Path database = path.resolveSibling(name.substring(0, name.length() - LOG_ENDING.length()));
      if (Files.isRegularFile(database)) {
        throw how.failure(file, "DuckDB would take it for the log of " + database);
      }
    }
  }

  /** DuckDB may empty a folder first, or write through links in it. */
  private void refuseHolder(Path file, Path folder, Writing how) throws IOException {
    boolean isCatalogue = true;
    for (Path database : databases.get()) {
      Optional<Path> inside = new DatabaseFiles(database).find(folder);
      if (inside.isPresent()) {
        String name = isCatalogue ? "the catalogue" : "a database that is open here";
        throw how.failure(file, "%s is in it, %s".formatted(name, inside.get()))
            .withHint("name a folder of its own");
      }
      isCatalogue = false;
    }
  }

  private static void refuseLinks(Path file, Writing how) {
    if (how.linkFree().isPresent()) {
      Path folder = how.linkFree().get();
      for (Path part = file; part != null && !part.equals(folder); part = part.getParent()) {
        if (Files.isSymbolicLink(part)) {
          throw how.failure(file, part.equals(file) ? "it is a link" : part + " is a link");
        }
      }
    }
  }

  /** The terminal and the open files of another process are not those that the user means. */
  private void refuseFilesOfTheHost(Path file, LinkEnd end, Writing how) {
    if (host.isPresent() && (end.isDescriptor() || end.path().equals(TERMINAL))) {
      throw how.failure(file, "%s does the work, and has other files open".formatted(host.get()))
          .withHint("write to - or to a file with a name");
    }
  }

  private static void requireFolder(Path file, Path path, Writing how) {
    boolean isThrough = !file.equals(path) && Files.isSymbolicLink(file);
    Path folder = path.getParent();
    if (folder == null || Files.exists(folder)) {
      return;
    }
    if (isThrough) {
      throw how.failure(file, "it is a link to nothing");
    }
    if (!how.makesFolders()) {
      throw how.failure(file, "there is no such folder");
    }
  }

  private static void requireReplaceable(
      Path file, Path path, BasicFileAttributes there, Writing how) throws IOException {
    // Nobody misses an empty file, such as mktemp makes.
    if (!how.force() && there.size() > 0 && !how.isOurs().test(path)) {
      throw how.taken(file);
    }
    refuseHeld(file, path, how);
  }

  private static void refuseHeld(Path file, Path path, Writing how) throws IOException {
    if (DatabaseLock.isHeldElsewhere(path)) {
      throw how.failure(file, "it is a database that another process has open");
    }
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
