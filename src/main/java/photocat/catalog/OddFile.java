package photocat.catalog;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What a path leads to that no catalogue can be in. It is told before DuckDB opens it, which would
 * wait at a pipe for ever.
 */
final class OddFile {
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private OddFile() {}

  /** Returns what is wrong with {@code file} or its log, in words; empty where nothing is. */
  static Optional<String> at(Path file) {
    Path log = RescueCopy.logOf(file);
    return kind(file).or(() -> kind(log).map(kind -> "its log %s: %s".formatted(log, kind)));
  }

  private static Optional<String> kind(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory()) {
        return Optional.of("it is a folder");
      }
      return found.isOther() ? Optional.of("it is a " + name(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Files.isSymbolicLink(file) ? Optional.of("it is a link to nothing") : Optional.empty();
    } catch (FileSystemException e) {
      boolean isLoop = String.valueOf(e.getReason()).startsWith("Too many levels");
      return isLoop ? Optional.of("its links lead round in a circle") : barrier(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns which part of the path leads no further. */
  private static Optional<String> barrier(Path file) {
    Path top = file.getRoot();
    for (Path folder : file.getParent() == null ? file : file.getParent()) {
      top = top == null ? folder : top.resolve(folder);
      if (Files.exists(top) && !Files.isDirectory(top)) {
        return Optional.of(top + " is not a folder");
      }
      if (Files.isDirectory(top) && !Files.isExecutable(top)) {
        return Optional.of("this user may not enter folder " + top);
      }
    }
    return Optional.empty();
  }

  private static String name(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return "device or pipe";
    }
    int kind = (Integer) Files.getAttribute(file, "unix:mode") & KIND;
    return kind == PIPE ? "pipe" : kind == SOCKET ? "socket" : "device";
  }
}
