package photocat.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that were written here, so that the same person may write them again. */
final class WrittenFiles {
  private final Map<Path, Stamp> stamps = new HashMap<>();

  /** What tells a file from one that somebody has put in its place, or changed. */
  private record Stamp(@Nullable Object key, long sizeBytes, FileTime changedAt) {}

  /** Takes note of {@code file} as it is now. */
  void add(Path file) {
    stamp(file).ifPresent(stamp -> stamps.put(file, stamp));
  }

  /** Tells whether {@code file} is as it was written here. */
  boolean contain(Path file) {
    return stamp(file).filter(now -> Objects.equals(now, stamps.get(file))).isPresent();
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(now.fileKey(), now.size(), now.lastModifiedTime()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
