package photocat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A folder or file that nobody may look at, as {@code lost+found} is, until this is closed. Root
 * looks all the same: ask {@link #isShut} first.
 */
public final class Unreadable implements AutoCloseable {
  private final Path path;
  private final Set<PosixFilePermission> before;

  private Unreadable(Path path) throws IOException {
    this.path = path;
    this.before = Files.getPosixFilePermissions(path);
    Files.setPosixFilePermissions(path, Set.of());
  }

  /** Shuts {@code path}. */
  public static Unreadable of(Path path) throws IOException {
    return new Unreadable(path);
  }

  /** Makes the folder {@code path}, unless it is there, and shuts it. */
  public static Unreadable folder(Path path) throws IOException {
    return new Unreadable(Files.createDirectories(path));
  }

  /** Tells whether this process, too, may not look at it. */
  public boolean isShut() {
    return !Files.isReadable(path);
  }

  @Override
  public void close() throws IOException {
    Files.setPosixFilePermissions(path, before);
  }
}
