package photocat.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Photos as files below one folder. A photo is written to {@code NAME.part} beside its final place
 * and renamed when it is whole; {@link Fsync} says when it is forced to the disk. Symbolic links
 * are not followed out of the folder. Thread-safe.
 */
public final class LocalFolder implements PhotoRoot {
  static final String PART_SUFFIX = ".part";

  private final Path root;
  private final StoreSettings settings;

  /** Folders known to exist and to lie within the root: one look a folder, not one a photo. */
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  private final Set<Path> parts = ConcurrentHashMap.newKeySet();

  /** Photos below {@code root}, which {@link #prepare} creates. */
  public LocalFolder(Path root) {
    this(root, StoreSettings.DEFAULTS);
  }

  /** The same, stored as {@code settings} say. */
  public LocalFolder(Path root, StoreSettings settings) {
    this.root = root.toAbsolutePath().normalize();
    this.settings = settings;
  }

  /** Returns the absolute path of the folder. */
  public Path root() {
    return root;
  }

  @Override
  public void prepare() {
    Path probe = root.resolve(".photocat" + PART_SUFFIX);
    try {
      Files.createDirectories(root);
      try {
        // As much as a small photo: an empty file can be made on a disk that is full.
        Files.write(probe, new byte[64 * 1024]);
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException e) {
      boolean dangles = Files.isSymbolicLink(root) && Files.notExists(root);
      String reason = dangles ? "it is a link to nothing" : FailureReason.of(e);
      throw PhotocatException.of(
              Kind.FAILED, "cannot write photos to %s: %s".formatted(root, reason), e)
          .withHint("free the disk or grant access, or choose another folder with --root");
    }
  }

  @Override
  public OptionalLong find(String name) throws IOException {
    Path file = file(name);
    // Cheap in the common case that there is nothing: no exception is made.
    if (!Files.isRegularFile(file)) {
      return OptionalLong.empty();
    }
    requireInside(folderOf(file));
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
    return attributes.isRegularFile() ? OptionalLong.of(attributes.size()) : OptionalLong.empty();
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    return FileChannel.open(file(name), READ, NOFOLLOW_LINKS);
  }

  @Override
  public PhotoPart begin(String name) throws IOException {
    return new Part(fileToWrite(name));
  }

  @Override
  public void addName(String name, String furtherName) throws IOException {
    Path existing = file(name);
    Path target = fileToWrite(furtherName);
    Path part = partOf(target);
    try {
      Files.deleteIfExists(part);
      linkOrCopy(existing, part);
      Files.move(part, target, ATOMIC_MOVE);
    } catch (IOException e) {
      throw StoreFullException.or(e);
    } finally {
      // Renaming a link over another link to the same file leaves both (POSIX rename).
      Files.deleteIfExists(part);
    }
  }

  private void linkOrCopy(Path existing, Path part) throws IOException {
    try {
      Files.createLink(part, existing);
    } catch (IOException | UnsupportedOperationException e) {
      // Not every file system has hard links, and a file takes a limited number of them.
      Files.copy(existing, part, REPLACE_EXISTING, NOFOLLOW_LINKS);
      if (settings.fsync() == Fsync.STRICT) {
        FileSync.forceFiles(List.of(part));
      }
    }
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    if (settings.fsync() == Fsync.NONE) {
      return;
    }
    List<Path> files = names.stream().map(this::file).toList();
    FileSync.forceFiles(files);
    // Elsewhere a folder cannot be opened, and need not be.
    if (settings.fsync() == Fsync.STRICT
        && root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      FileSync.forceFolders(files.stream().map(LocalFolder::folderOf).distinct().toList());
    }
  }

  @Override
  public Room room() {
    return Room.at(root, settings.minFreeBytes());
  }

  @Override
  public String address() {
    return StoreAddress.of(root).text();
  }

  @Override
  public boolean isThere() {
    return Files.isDirectory(root);
  }

  @Override
  public boolean isEmpty() {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      return !entries.iterator().hasNext();
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      // Whoever writes there will say what is wrong.
      return false;
    }
  }

  @Override
  public void close() {}

  @Override
  public void removeParts() throws IOException {
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root, new PartRemover());
    }
  }

  @Override
  public void list(ObjLongConsumer<String> files) throws IOException {
    if (Files.isDirectory(root)) {
      Files.walkFileTree(root, new Lister(files));
    }
  }

  private Path file(String name) {
    if (!StoreName.isSafe(name)) {
      throw new IllegalArgumentException("unsafe name in a photo store: " + name);
    }
    return root.resolve(name);
  }

  private Path fileToWrite(String name) throws IOException {
    Path file = file(name);
    try {
      makeFolder(folderOf(file));
    } catch (IOException e) {
      throw StoreFullException.or(e);
    }
    return file;
  }

  private void makeFolder(Path folder) throws IOException {
    if (!folders.contains(folder)) {
      Path existing = folder;
      while (!Files.exists(existing, NOFOLLOW_LINKS) && !existing.equals(root)) {
        existing = folderOf(existing);
      }
      requireInside(existing);
      Files.createDirectories(folder);
    }
    requireInside(folder);
  }

  private void requireInside(Path folder) throws IOException {
    if (folders.contains(folder)) {
      return;
    }
    if (!folder.toRealPath().startsWith(root.toRealPath())) {
      throw new IOException(folder + " is a link that leads out of " + root);
    }
    folders.add(folder);
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a photo lies below the root");
  }

  private static Path partOf(Path file) {
    return file.resolveSibling(file.getFileName() + PART_SUFFIX);
  }

  private final class Part implements PhotoPart {
    private final Path file;
    private final Path part;
    private final FileChannel channel;

    Part(Path file) throws IOException {
      this.file = file;
      this.part = partOf(file);
      if (!parts.add(part)) {
        throw new IOException(file + " is being written already");
      }
      try {
        channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS);
      } catch (IOException e) {
        parts.remove(part);
        throw StoreFullException.or(e);
      }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        throw StoreFullException.or(e);
      }
    }

    @Override
    public void commit() throws IOException {
      try {
        if (settings.fsync() == Fsync.STRICT) {
          channel.force(true);
        }
        channel.close();
        Files.move(part, file, ATOMIC_MOVE);
        parts.remove(part);
      } catch (IOException e) {
        discard();
        throw StoreFullException.or(e);
      }
    }

    @Override
    public void discard() {
      try (channel) {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // A part that stays is overwritten or removed by the next run.
      }
      parts.remove(part);
    }
  }

  private final class Lister extends SimpleFileVisitor<Path> {
    private final ObjLongConsumer<String> files;

    Lister(ObjLongConsumer<String> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String name = root.relativize(file).toString();
        files.accept(name.replace(root.getFileSystem().getSeparator(), "/"), attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class PartRemover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (file.getFileName().toString().endsWith(PART_SUFFIX)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
