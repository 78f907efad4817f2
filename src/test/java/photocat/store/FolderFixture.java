package photocat.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of photos, and another beside it. */
abstract class FolderFixture {
  static final String MARK = "ours";

  @TempDir Path temporary;
  Path root;
  LocalFolder folder;

  @BeforeEach
  final void openFolder() {
    root = temporary.resolve("photos");
    folder = open(root, Fsync.BATCH);
    folder.prepare();
  }

  @AfterEach
  final void closeFolder() {
    folder.close();
  }

  /** Opens folders as this system does; another test has them opened by their paths. */
  LocalFolder open(Path at, Fsync fsync) {
    return new LocalFolder(at, StoreSettings.DEFAULTS.withFsync(fsync), MARK);
  }

  static List<String> sorted(List<String> names, String more) {
    return Stream.concat(names.stream(), Stream.of(more)).sorted().toList();
  }

  final void write(String name, String content) throws IOException {
    PhotoPart part = folder.begin(name);
    part.write(bytes(content));
    part.commit();
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  final List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
