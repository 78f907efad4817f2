package photocat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a file a further name by a hard link. Java makes links by paths only, so it is made in the
 * root, looked at, and moved from there.
 *
 * @param top the root
 * @param part the name that it has there meanwhile
 */
record FurtherName(Folder top, String part) {
  /** Returns false if the file system does not let us. */
  boolean link(Folder from, String file, Folder to, String newFile) throws IOException {
    try {
      Files.createLink(top.path().resolve(part), from.path().resolve(file));
      return isSame(from, file) && isMoved(to, newFile);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    } finally {
      // Renaming a link over another link to the same file leaves both (POSIX rename).
      top.delete(part);
    }
  }

  /** By its path it may be a file elsewhere, if a folder has become a link. */
  private boolean isSame(Folder from, String file) throws IOException {
    Optional<BasicFileAttributes> made = top.find(part);
    Optional<BasicFileAttributes> meant = from.find(file);
    return made.isPresent()
        && meant.isPresent()
        && Objects.equals(made.get().fileKey(), meant.get().fileKey());
  }

  private boolean isMoved(Folder to, String newFile) throws IOException {
    top.move(part, to, newFile);
    return true;
  }
}
