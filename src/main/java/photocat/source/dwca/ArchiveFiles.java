package photocat.source.dwca;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The files of an archive, wherever they lie. Not thread-safe; closing it closes what it opened.
 */
interface ArchiveFiles extends Closeable {
  /** Returns the archive's name for messages. */
  String name();

  /**
   * Returns the paths of all files but the litter of file managers, folders parted by {@code /}.
   */
  List<String> paths();

  /** Returns how many bytes {@link #open} gives, empty where that is not known. */
  OptionalLong sizeBytes(String path);

  /**
   * Opens a file of {@link #paths}; the caller closes it. Reading it to its end checks it, as far
   * as the archive allows.
   */
  InputStream open(String path) throws IOException;

  /** Hands over all wanted files, in the order that is fastest. */
  default void each(Predicate<String> wanted, FileReader reader) throws IOException {
    for (String path : paths()) {
      if (wanted.test(path)) {
        try (InputStream in = open(path)) {
          reader.file(path, in);
        }
      }
    }
  }

  /** Takes the files of an archive. */
  @FunctionalInterface
  interface FileReader {
    /** Reads {@code in}, and does not close it. */
    void file(String path, InputStream in) throws IOException;
  }
}
