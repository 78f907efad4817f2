package photocat.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;

/**
 * Where one output goes. What is written there grows beside it under a name of its own and takes
 * the name that the user gave when it is whole; a device or pipe is written to instead. Not
 * thread-safe.
 */
public final class OutputPlace {
  private static final Logger log = LoggerFactory.getLogger(OutputPlace.class);

  private final Path named;
  private final Path file;
  private final boolean isPlain;
  private final boolean isThere;
  private final Writing how;
  private final Cancellation stop;
  private final List<Path> madeFolders = new ArrayList<>();

  OutputPlace(
      Path named, Path file, boolean isPlain, boolean isThere, Writing how, Cancellation stop) {
    this.named = named;
    this.file = file;
    this.isPlain = isPlain;
    this.isThere = isThere;
    this.how = how;
    this.stop = stop;
  }

  /** Returns the path as the user gave it. */
  public Path named() {
    return named;
  }

  /** Returns the path behind all links. */
  public Path file() {
    return file;
  }

  /** Tells whether a file is to be here, rather than a device or pipe. */
  public boolean isPlain() {
    return isPlain;
  }

  /** Returns how the file is to be written. */
  public Writing how() {
    return how;
  }

  /** Returns what ends the waiting for whoever is to read what is written. */
  Cancellation stop() {
    return stop;
  }

  /** Returns a path beside the file that nothing has, and makes the folder of both. */
  Path fresh() throws IOException {
    Path folder = file.getParent();
    for (Path missing = folder;
        missing != null && Files.notExists(missing);
        missing = missing.getParent()) {
      madeFolders.add(missing);
    }
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return OwnFiles.unusedBeside(file);
  }

  /**
   * Gives {@code whole}, a file on the same volume that has been forced to the disk, the name.
   *
   * @return the folders that have a new entry by now; before they are forced to the disk, too, a
   *     power cut could take the name back, but nothing of the file
   */
  Set<Path> put(Path whole) throws IOException {
    if (isThere && Files.exists(file)) {
      keepPermissions(whole);
    }
    if (isThere || how.force()) {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      putWhereNothingIs(whole);
    }
    Set<Path> changed = new LinkedHashSet<>();
    Stream.concat(Stream.of(file), madeFolders.stream())
        .map(Path::getParent)
        .filter(Objects::nonNull)
        .forEach(changed::add);
    madeFolders.clear();
    return changed;
  }

  /** Removes the folders that were made, unless somebody has put something into them. */
  void abandon() {
    try {
      for (Path made : madeFolders) {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      log.debug("a folder is not removed", e);
    }
    madeFolders.clear();
  }

  /** Somebody else may have put a file there meanwhile, which a rename would replace. */
  private void putWhereNothingIs(Path whole) throws IOException {
    try {
      Files.createLink(file, whole);
      Files.delete(whole);
    } catch (FileAlreadyExistsException e) {
      throw how.taken(named);
    } catch (IOException | UnsupportedOperationException e) {
      // Not every file system has hard links.
      Files.move(whole, file);
    }
  }

  /** What only its owner could read stays so. */
  private void keepPermissions(Path whole) throws IOException {
    PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (before != null) {
      Set<PosixFilePermission> permissions = before.readAttributes().permissions();
      Files.setPosixFilePermissions(whole, permissions);
    }
  }
}
