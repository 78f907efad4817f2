package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What keeps a catalogue that is there from being changed. */
public final class Obstacle {
  private Obstacle() {}

  /** Returns why {@code file} cannot be changed; empty where nothing is known to be in the way. */
  public static Optional<String> to(Path file) {
    try {
      // Its log lies beside the file itself, not beside a link to it.
      Path real = file.toRealPath();
      Path folder = real.getParent();
      if (!Files.isRegularFile(real) || folder == null) {
        return Optional.empty();
      }
      if (!Files.isWritable(real)) {
        return Optional.of(
            Files.getFileStore(real).isReadOnly()
                ? "its file system is read-only"
                : "this user may not write it");
      }
      return Files.isWritable(folder)
          ? Optional.empty()
          : Optional.of("folder %s cannot be written".formatted(folder));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
