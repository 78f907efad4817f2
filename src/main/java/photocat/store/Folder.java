package photocat.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open folder. What is done with it is done there, whatever becomes of its path meanwhile, and
 * no link in it is followed. Several may have it open; it closes with the last of them.
 * Thread-safe.
 */
final class Folder implements AutoCloseable {
  private static final Path HERE = Path.of(".");

  private final SecureDirectoryStream<Path> handle;
  private final Path path;
  private final @Nullable Object key;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * A folder that is open.
   *
   * @param handle closed with this
   * @param path how it was reached, for messages and for what no handle can do
   */
  Folder(SecureDirectoryStream<Path> handle, Path path) throws IOException {
    this.handle = handle;
    this.path = path;
    this.key = handle.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
  }

  Path path() {
    return path;
  }

  /** Tells whether {@code found} are the attributes of this folder; where nobody can tell, yes. */
  boolean is(BasicFileAttributes found) {
    return found.isDirectory() && Objects.equals(found.fileKey(), key);
  }

  /** Tells whether {@code other} is the same folder, by whatever handle. */
  boolean is(Folder other) {
    return Objects.equals(other.key, key);
  }

  /** Returns what is under {@code name}: a file, a folder, a link; empty if there is nothing. */
  Optional<BasicFileAttributes> find(String name) throws IOException {
    try {
      return Optional.of(
          handle
              .getFileAttributeView(Path.of(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
              .readAttributes());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Opens the folder {@code name}, which the caller closes. */
  Folder folder(String name) throws IOException {
    Path child = path.resolve(name);
    BasicFileAttributes found = find(name).orElseThrow(() -> new NoSuchFileException(name));
    if (found.isSymbolicLink()) {
      throw new LinkException("it");
    }
    // To open a pipe would wait for somebody who writes into it.
    if (!found.isDirectory()) {
      throw new NotDirectoryException(child.toString());
    }
    return new Folder(handle.newDirectoryStream(Path.of(name), NOFOLLOW_LINKS), child);
  }

  /** Makes the file {@code name}, which must not be there in any form, and opens it to write. */
  FileChannel create(String name) throws IOException {
    return channel(name, Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS));
  }

  /** The same for a file that is gone when it is closed, or with this process. */
  FileChannel createSpare(String name) throws IOException {
    return channel(name, Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS, DELETE_ON_CLOSE));
  }

  /** Opens the file {@code name} to be read or forced to the disk. */
  FileChannel open(String name, StandardOpenOption how) throws IOException {
    BasicFileAttributes found = find(name).orElseThrow(() -> new NoSuchFileException(name));
    if (!found.isRegularFile()) {
      throw new IOException("it is no file");
    }
    return channel(name, Set.of(how, NOFOLLOW_LINKS));
  }

  /** Moves {@code name} to {@code newName} of {@code target} in one step, in place of a file. */
  void move(String name, Folder target, String newName) throws IOException {
    handle.move(Path.of(name), target.handle, Path.of(newName));
  }

  /** Removes the file or link {@code name}, if it is there. */
  void delete(String name) throws IOException {
    try {
      handle.deleteFile(Path.of(name));
    } catch (NoSuchFileException e) {
      // As it should be.
    }
  }

  /** Hands over the names of all that is in it. */
  void names(Consumer<String> names) throws IOException {
    try (DirectoryStream<Path> entries = handle.newDirectoryStream(HERE, NOFOLLOW_LINKS)) {
      entries.forEach(entry -> names.accept(entry.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Forces to the disk what names it holds. */
  void force() throws IOException {
    try (FileChannel channel = channel(HERE.toString(), Set.of(READ))) {
      channel.force(true);
    }
  }

  /** Returns this for one more user, who closes it too; empty if it has been closed. */
  Optional<Folder> share() {
    int before = users.getAndUpdate(count -> count == 0 ? 0 : count + 1);
    return before == 0 ? Optional.empty() : Optional.of(this);
  }

  @Override
  public void close() throws IOException {
    if (users.decrementAndGet() == 0) {
      handle.close();
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /** What opens files is a file channel wherever photocat runs. */
  private FileChannel channel(String name, Set<? extends OpenOption> options) throws IOException {
    return (FileChannel) handle.newByteChannel(Path.of(name), options);
  }
}
