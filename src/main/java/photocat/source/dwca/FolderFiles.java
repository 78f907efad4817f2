package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.GzipInput;

/** The files of a folder, or one file alone, each gzipped or not whatever its name says. */
final class FolderFiles implements ArchiveFiles {
  private static final int DEEPEST = 5;

  private final Path folder;
  private final Path name;
  private final List<String> paths;

  private FolderFiles(Path folder, Path name, List<String> paths) {
    this.folder = folder;
    this.name = name;
    this.paths = paths;
  }

  static FolderFiles of(Path folder) throws IOException {
    EntryNames names = new EntryNames();
    try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
      List<Path> files = new ArrayList<>(inside.filter(Files::isRegularFile).toList());
      files.sort(null);
      for (Path file : files) {
        names.add(folder.relativize(file).toString());
      }
    } catch (UncheckedIOException e) {
      // A folder inside it may not be read, or is gone.
      throw e.getCause();
    }
    return new FolderFiles(folder, folder, names.paths());
  }

  static FolderFiles ofOne(Path file) {
    Path whole = file.toAbsolutePath();
    return new FolderFiles(
        whole.resolveSibling(""), file, List.of(String.valueOf(whole.getFileName())));
  }

  @Override
  public String name() {
    return name.toString();
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public OptionalLong sizeBytes(String path) {
    // Whether it is gzipped its name need not say.
    return OptionalLong.empty();
  }

  @Override
  public InputStream open(String path) throws IOException {
    if (!paths.contains(path)) {
      throw bad(path, "is not in it");
    }
    Path file = folder.resolve(path);
    // A link that leads elsewhere in the folder is harmless.
    if (!file.toRealPath().startsWith(folder.toRealPath()) && !name.equals(file)) {
      throw bad(path, "is a link that leads out of it");
    }
    InputStream in = Files.newInputStream(file);
    try {
      return GzipInput.orPlain(in);
    } catch (IOException e) {
      in.close();
      throw e;
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
