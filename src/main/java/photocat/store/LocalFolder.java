package photocat.store;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.file.Forced;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Photos as files below one folder. A photo is written beside its final place, under a name that
 * only its run has, and renamed when it is whole; {@link Fsync} says when it is forced to the disk.
 * The folder may be a symbolic link; below it none is followed. Thread-safe.
 */
public final class LocalFolder implements PhotoRoot {
  private static final Logger log = LoggerFactory.getLogger(LocalFolder.class);

  private final Path root;
  private final StoreSettings settings;
  private final Folders folders;
  private final PartNames parts;

  /** Names that are being written. */
  private final Set<String> writing = ConcurrentHashMap.newKeySet();

  private volatile boolean untidy;

  /** Photos below {@code root}, which {@link #prepare} creates. */
  public LocalFolder(Path root) {
    this(root, StoreSettings.DEFAULTS, PartNames.newMark());
  }

  /**
   * The same.
   *
   * @param settings how photos are stored
   * @param mark word that names of what is half written begin with, as in {@link RunParts}
   */
  public LocalFolder(Path root, StoreSettings settings, String mark) {
    this(root, settings, mark, Folders::held);
  }

  LocalFolder(Path root, StoreSettings settings, String mark, Folders.Opener opener) {
    this.root = root.toAbsolutePath().normalize();
    this.settings = settings;
    this.folders = new Folders(this.root, opener);
    this.parts = new PartNames(mark);
  }

  /** Returns the absolute path of the folder. */
  public Path root() {
    return root;
  }

  @Override
  public void prepare() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
      }
      tryToWrite();
    } catch (IOException e) {
      boolean dangles = Files.isSymbolicLink(root) && Files.notExists(root);
      String reason = dangles ? "it is a link to nothing" : FailureReason.of(e);
      PhotocatException failure =
          PhotocatException.of(
              ExitStatus.FAILED, "cannot write photos to %s: %s".formatted(root, reason), e);
      throw failure.withHint(
          e instanceof UnforcedException
              ? UnforcedException.HINT
              : "free the disk or grant access, or choose another folder with --root");
    }
  }

  /** As much as a small photo: an empty file can be made on a disk that is full. */
  private void tryToWrite() throws IOException {
    try (Folder here = folders.make("");
        FileChannel spare = here.createSpare(parts.next())) {
      spare.write(ByteBuffer.allocate(64 * 1024));
      if (settings.fsync() != Fsync.NONE) {
        UnforcedException.force(spare);
      }
    }
  }

  @Override
  public OptionalLong find(String name) throws IOException {
    Place place = Place.of(name);
    Optional<Folder> there = folder(place);
    if (there.isEmpty()) {
      return OptionalLong.empty();
    }
    try (Folder folder = there.get()) {
      Optional<BasicFileAttributes> found =
          folder.find(place.file()).filter(BasicFileAttributes::isRegularFile);
      return found.isPresent() ? OptionalLong.of(found.get().size()) : OptionalLong.empty();
    }
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    Place place = Place.of(name);
    try (Folder folder = existing(place)) {
      return folder.open(place.file(), READ);
    }
  }

  @Override
  public PhotoPart begin(String name) throws IOException {
    Place place = Place.of(name);
    if (!writing.add(name)) {
      throw new IOException("it is being written already");
    }
    try {
      return part(place, new Ends(name, place));
    } catch (IOException e) {
      writing.remove(name);
      throw StoreFullException.or(e);
    }
  }

  private LocalPart part(Place place, LocalPart.Ends ends) throws IOException {
    Folder folder = made(place);
    try {
      return new LocalPart(folder, parts.next(), ends);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public void addName(String name, String furtherName) throws IOException {
    Place place = Place.of(name);
    Place further = Place.of(furtherName);
    try (Folder from = existing(place);
        Folder to = made(further);
        Folder top = folders.make("")) {
      if (!new FurtherName(top, parts.next()).link(from, place.file(), to, further.file())) {
        copy(from, place.file(), furtherName);
      }
    } catch (IOException e) {
      untidy = true;
      throw StoreFullException.or(e);
    }
  }

  /** Not every file system has links of this kind, and a file takes a limited number of them. */
  private void copy(Folder from, String file, String furtherName) throws IOException {
    PhotoPart part = begin(furtherName);
    try (FileChannel photo = from.open(file, READ)) {
      ByteBuffer some = ByteBuffer.allocate(64 * 1024);
      while (photo.read(some) >= 0) {
        part.write(some.flip());
        some.clear();
      }
    } catch (IOException e) {
      part.discard();
      throw e;
    }
    part.commit();
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    if (settings.fsync() == Fsync.NONE) {
      return;
    }
    Forced.all(names, this::force);
    // Elsewhere a folder cannot be opened, and need not be.
    if (settings.fsync() == Fsync.STRICT
        && root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Forced.all(
          names.stream().map(name -> Place.of(name).folder()).distinct().toList(),
          this::forceFolder);
    }
  }

  private void force(String name) throws IOException {
    Place place = Place.of(name);
    try (Folder folder = existing(place)) {
      // One that is gone meanwhile is none of ours, nor what is there in its place.
      if (folder.find(place.file()).filter(BasicFileAttributes::isRegularFile).isPresent()) {
        force(folder, place.file());
      }
    } catch (NoSuchFileException | LinkException e) {
      log.debug("{} is gone", name, e);
    }
  }

  private static void force(Folder folder, String file) throws IOException {
    try (FileChannel photo = folder.open(file, WRITE)) {
      try {
        UnforcedException.force(photo);
      } catch (UnforcedException e) {
        throw e;
      } catch (IOException e) {
        // Nobody can tell later what the disk has of it.
        folder.delete(file);
        throw e;
      }
    }
  }

  private void forceFolder(String name) throws IOException {
    Optional<Folder> there = folders.find(name);
    if (there.isPresent()) {
      try (Folder folder = there.get()) {
        folder.force();
      }
    }
  }

  private Folder existing(Place place) throws IOException {
    return folder(place).orElseThrow(() -> new NoSuchFileException(place.folder()));
  }

  private Optional<Folder> folder(Place place) throws IOException {
    try {
      return folders.find(place.folder());
    } catch (LinkException e) {
      throw new LinkException("its folder");
    }
  }

  private Folder made(Place place) throws IOException {
    try {
      return folders.make(place.folder());
    } catch (LinkException e) {
      throw new LinkException("its folder");
    } catch (NotDirectoryException e) {
      throw new IOException("its folder is a file", e);
    }
  }

  @Override
  public FreeSpace room() {
    return FreeSpace.at(root, settings.minFreeBytes());
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
    String[] names = root.toFile().list();
    return names != null && names.length == 0;
  }

  @Override
  public boolean isTidy() {
    return writing.isEmpty() && !untidy;
  }

  @Override
  public void remove(Leftovers left, Consumer<Unread> unread) {
    new PartRemoval(folders, left.marks(), unread).in(left.folders());
  }

  @Override
  public void list(Listing listing) throws IOException {
    Optional<Folder> there = folders.find("");
    if (there.isPresent()) {
      try (Folder folder = there.get()) {
        new FolderWalk(listing).walk(folder);
      }
    }
  }

  @Override
  public void close() {
    folders.close();
  }

  /** The ends of a photo that is being written. */
  private final class Ends implements LocalPart.Ends {
    private final String name;
    private final Place place;

    Ends(String name, Place place) {
      this.name = name;
      this.place = place;
    }

    @Override
    public void whole(FileChannel channel) throws IOException {
      if (settings.fsync() == Fsync.STRICT) {
        UnforcedException.force(channel);
      }
    }

    /** The folder is looked up again: it may have been moved out of the root meanwhile. */
    @Override
    public void named(String part) throws IOException {
      try (Folder folder = existing(place)) {
        folder.move(part, folder, place.file());
      }
    }

    @Override
    public void ended(boolean tidy) {
      if (!tidy) {
        untidy = true;
      }
      writing.remove(name);
    }
  }
}
