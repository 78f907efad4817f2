package photocat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder reached by its path each time, for systems that cannot hold one open. A folder that
 * becomes a link between two looks is followed once.
 */
final class FolderByPath implements SecureDirectoryStream<Path> {
  private final Path folder;
  private @Nullable DirectoryStream<Path> entries;

  FolderByPath(Path folder) {
    this.folder = folder;
  }

  /** Only now: whatever has a folder open on Windows keeps others from moving it. */
  @Override
  @SuppressWarnings("StreamResourceLeak") // closed with this
  public Iterator<Path> iterator() {
    try {
      DirectoryStream<Path> open = Files.newDirectoryStream(folder);
      entries = open;
      return open.iterator();
    } catch (IOException e) {
      throw new DirectoryIteratorException(e);
    }
  }

  @Override
  public SecureDirectoryStream<Path> newDirectoryStream(Path path, LinkOption... options)
      throws IOException {
    Path child = folder.resolve(path).normalize();
    boolean isHere = child.equals(folder.normalize());
    if (!isHere && !Files.isDirectory(child, options)) {
      throw new NotDirectoryException(child.toString());
    }
    return new FolderByPath(child);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return FileChannel.open(folder.resolve(path), options, attributes);
  }

  @Override
  public void deleteFile(Path path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  @Override
  public void deleteDirectory(Path path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  @Override
  public void move(Path source, SecureDirectoryStream<Path> target, Path name) throws IOException {
    Path to = ((FolderByPath) target).folder.resolve(name);
    Files.move(folder.resolve(source), to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(Class<V> type) {
    return Files.getFileAttributeView(folder, type);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(folder.resolve(path), type, options);
  }

  @Override
  public void close() throws IOException {
    if (entries != null) {
      entries.close();
    }
  }
}
