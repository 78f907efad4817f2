package photocat.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Files and folders that photocat needs for itself, at places that no user has named. They are made
 * new: what is there already, a link above all, may be somebody's, and is neither followed nor
 * written over.
 */
public final class OwnFiles {
  private static final Set<OpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

  private OwnFiles() {}

  /**
   * Makes {@code folder} unless it is there, from an earlier run as a rule.
   *
   * @throws IOException also when a link or a file is in its place, as its words say
   */
  public static Path makeFolder(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      return Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (isFolder(folder)) {
        return folder;
      }
      String found = Files.isSymbolicLink(folder) ? "a link" : "a file";
      throw new FileSystemException(
          folder.toString(), null, found + " is there, which is not photocat's: move it away");
    }
  }

  /** Tells whether a folder is there, and no link to one. */
  public static boolean isFolder(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes {@code folder} unless something is in it, which is somebody else's then. */
  public static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // It stays.
    }
  }

  /** Makes a folder that nobody else has, in that of the system for what is needed for a while. */
  public static Path makeTemporaryFolder(String name) throws IOException {
    return Files.createTempDirectory(name);
  }

  /** Makes a file, where nothing may be, and returns what takes its bytes. */
  public static OutputStream make(Path file) throws IOException {
    return Files.newOutputStream(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes an empty file, where nothing may be, that only its owner can read. */
  public static void makePrivate(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Makes a file that nobody else has or can read, for what is needed for a while. */
  public static Path makeTemporary(String name, String ending, String text) throws IOException {
    return Files.writeString(Files.createTempFile(name, ending), text);
  }

  /** Opens a file of photocat's own at its end; it is made where nothing is. */
  public static SeekableByteChannel append(Path file) throws IOException {
    return Files.newByteChannel(file, APPENDING);
  }

  /** Puts {@code file} in the place of {@code before}, which is photocat's own too. */
  public static void replace(Path before, Path file) throws IOException {
    Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns a path in the folder of {@code file} that nothing has. */
  public static Path unusedBeside(Path file) {
    return file.resolveSibling(".photocat-" + UUID.randomUUID());
  }

  /**
   * Gives {@code whole} the name {@code file} too, or moves it there where a file has one name
   * only.
   *
   * @throws FileAlreadyExistsException when something is there, also since a moment ago
   */
  public static void putWhereNothingIs(Path file, Path whole) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(whole, file);
    }
  }
}
