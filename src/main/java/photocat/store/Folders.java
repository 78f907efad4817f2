package photocat.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of a root, open. Each is reached from the one above it, so that none that has become
 * a link leads elsewhere. The root itself may be a link, but not to one folder now and to another
 * later. Thread-safe.
 */
final class Folders implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Folders.class);

  /** Photos of a folder come one after the other, so few need to be open. */
  private static final int MOST_OPEN = 64;

  private final Path rootPath;
  private final Opener opener;

  /** The folders used last, the oldest first, by their names below the root. */
  private final Map<String, Folder> open = new LinkedHashMap<>(16, 0.75f, true);

  private @Nullable Folder root;

  /** How a folder is opened by its path. */
  interface Opener {
    SecureDirectoryStream<Path> open(Path folder) throws IOException;
  }

  Folders(Path root, Opener opener) {
    this.rootPath = root;
    this.opener = opener;
  }

  /** Holds the folder open where the system can. */
  @SuppressWarnings("StreamResourceLeak") // whoever asked for it closes it
  static SecureDirectoryStream<Path> held(Path folder) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    return new FolderByPath(folder);
  }

  /**
   * Returns the root, which the caller must not close.
   *
   * @return nothing if there is none
   * @throws IOException if it is another than at first
   */
  synchronized Optional<Folder> root() throws IOException {
    Folder known = root;
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(rootPath, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (known == null) {
        return Optional.empty();
      }
      throw moved();
    }
    if (known == null) {
      // To open a pipe would wait for somebody who writes into it.
      if (!now.isDirectory()) {
        throw new NotDirectoryException(rootPath.toString());
      }
      known = new Folder(opener.open(rootPath), rootPath);
      root = known;
    } else if (!known.is(now)) {
      throw moved();
    }
    return Optional.of(known);
  }

  private static IOException moved() {
    return new IOException("the root was moved or replaced meanwhile");
  }

  /**
   * Returns the folder {@code name}, which the caller closes; empty name for the root.
   *
   * @return nothing if there is no such folder
   * @throws LinkException if it, or a folder above it, is a link
   */
  Optional<Folder> find(String name) throws IOException {
    return find(name, false);
  }

  /** The same, made if it is not there. */
  Folder make(String name) throws IOException {
    return find(name, true).orElseThrow(() -> new NoSuchFileException(name));
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Folders::close);
    open.clear();
    if (root != null) {
      close(root);
      root = null;
    }
  }

  private Optional<Folder> find(String name, boolean make) throws IOException {
    if (name.isEmpty()) {
      return root().flatMap(Folder::share);
    }
    int slash = name.lastIndexOf('/');
    String last = name.substring(slash + 1);
    Optional<Folder> above = find(name.substring(0, Math.max(0, slash)), make);
    if (above.isEmpty()) {
      return above;
    }
    try (Folder parent = above.get()) {
      Optional<BasicFileAttributes> found = parent.find(last);
      if (found.isEmpty() && make) {
        makeIn(parent, last);
        found = parent.find(last);
      }
      if (found.isEmpty() || (!make && isNoFolder(found.get()))) {
        return Optional.empty();
      }
      Optional<Folder> known = known(name, found.get());
      return known.isPresent() ? known : Optional.of(opened(name, parent.folder(last)));
    }
  }

  /**
   * Java makes a folder by its path only. Where a folder above it becomes a link in this very
   * moment, an empty folder is made behind the link; no photo follows it.
   */
  private static void makeIn(Folder parent, String name) throws IOException {
    try {
      Files.createDirectory(parent.path().resolve(name));
    } catch (FileAlreadyExistsException e) {
      // Somebody else was faster.
    }
  }

  private synchronized Optional<Folder> known(String name, BasicFileAttributes now) {
    return Optional.ofNullable(open.get(name))
        .filter(folder -> folder.is(now))
        .flatMap(Folder::share);
  }

  /** Returns {@code folder} for the caller, and keeps it open for the next. */
  private synchronized Folder opened(String name, Folder folder) {
    Optional.ofNullable(open.put(name, folder.share().orElseThrow())).ifPresent(Folders::close);
    if (open.size() > MOST_OPEN) {
      Optional.ofNullable(open.remove(open.keySet().iterator().next())).ifPresent(Folders::close);
    }
    return folder;
  }

  private static void close(Folder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      log.debug("cannot close {}", folder, e);
    }
  }

  /** Behind a link there may be one. */
  private static boolean isNoFolder(BasicFileAttributes found) {
    return !found.isDirectory() && !found.isSymbolicLink();
  }
}
