package photocat.source.dwca;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.GzipInput;
import photocat.source.TarEntries;

/**
 * The files of a tar archive, gzipped or not. It has no list of them: each is sought from the
 * start.
 */
final class TarFiles implements ArchiveFiles {
  /** The size of a link, which has none. */
  private static final long NO_FILE = -1;

  private final Path file;
  private final EntryNames names = new EntryNames();
  private final Map<String, Long> sizes = new HashMap<>();

  TarFiles(Path file) throws IOException {
    this.file = file;
    try (InputStream in = inflated()) {
      TarEntries entries = new TarEntries(in);
      for (Optional<TarArchiveEntry> next = entries.next();
          next.isPresent();
          next = entries.next()) {
        TarArchiveEntry entry = next.get();
        if (!entry.isDirectory()) {
          names
              .add(entry.getName())
              .ifPresent(
                  path -> sizes.put(path, TarEntries.isFile(entry) ? entry.getSize() : NO_FILE));
        }
      }
      // Only so is the checksum at the end looked at.
      entries.skipRest();
    }
  }

  private InputStream inflated() throws IOException {
    return GzipInput.orPlain(Files.newInputStream(file));
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public List<String> paths() {
    return names.paths();
  }

  @Override
  public OptionalLong sizeBytes(String path) {
    return OptionalLong.of(sizes.getOrDefault(path, 0L));
  }

  @Override
  public InputStream open(String path) throws IOException {
    checkFile(path);
    InputStream in = inflated();
    TarEntries entries = new TarEntries(in);
    for (Optional<TarArchiveEntry> next = entries.next(); next.isPresent(); next = entries.next()) {
      if (EntryNames.plain(next.get().getName()).equals(path)) {
        return new FilterInputStream(entries.content()) {
          @Override
          public void close() throws IOException {
            in.close();
          }
        };
      }
    }
    in.close();
    throw bad(path, "is not in it any more");
  }

  @Override
  public void each(Predicate<String> wanted, FileReader reader) throws IOException {
    try (InputStream in = inflated()) {
      TarEntries entries = new TarEntries(in);
      for (Optional<TarArchiveEntry> next = entries.next();
          next.isPresent();
          next = entries.next()) {
        String path = EntryNames.plain(next.get().getName());
        if (sizes.containsKey(path) && wanted.test(path)) {
          checkFile(path);
          reader.file(path, entries.content());
        }
      }
    }
  }

  private void checkFile(String path) {
    if (sizes.getOrDefault(path, NO_FILE) == NO_FILE) {
      throw bad(path, sizes.containsKey(path) ? "is a link or sparse, not a file" : "is not in it");
    }
  }

  private static PhotocatException bad(String path, String found) {
    return PhotocatException.of(ExitStatus.FAILED, "'%s' %s".formatted(OneLine.of(path), found));
  }

  @Override
  public void close() {
    // Each file closes its own stream.
  }
}
