package photocat.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a path leads when every link has been followed; unlike the JDK's real path also where
 * nothing is there yet.
 *
 * @param path the end, absolute
 * @param isDescriptor whether it is a file that a process has open, rather than a name
 */
record LinkEnd(Path path, boolean isDescriptor) {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final Pattern DESCRIPTORS = Pattern.compile("/proc/\\d+(/task/\\d+)?/fd");

  /**
   * Follows {@code absolute} to its end.
   *
   * @throws IOException when links lead round in a circle, or one cannot be read
   */
  static LinkEnd of(Path absolute) throws IOException {
    Path path = absolute;
    for (int links = 0; links <= MOST_LINKS; links++) {
      Path name = path.getFileName();
      Path parent = path.getParent();
      if (name == null || parent == null) {
        return new LinkEnd(path, false);
      }
      Path folder = real(parent);
      Path here = folder.resolve(name);
      if (DESCRIPTORS.matcher(folder.toString()).matches()) {
        return new LinkEnd(here, true);
      }
      if (!Files.isSymbolicLink(here)) {
        return new LinkEnd(here, false);
      }
      path = folder.resolve(Files.readSymbolicLink(here));
    }
    throw new FileSystemLoopException(absolute.toString());
  }

  /** Resolves as much of {@code folder} as is there. */
  private static Path real(Path folder) {
    Path parent = folder.getParent();
    Path name = folder.getFileName();
    try {
      return folder.toRealPath();
    } catch (IOException notThere) {
      return parent == null || name == null ? folder : real(parent).resolve(name);
    }
  }
}
