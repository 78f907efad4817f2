package photocat.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.CsvText;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * A CSV file (RFC 4180, UTF-8, line feeds) that appears under its name only when it is whole: it
 * grows beside it and is renamed by {@link #finish}. A pipe or device is written to instead. Not
 * thread-safe.
 */
final class CsvFile implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final BufferedWriter writer;
  private final StringBuilder line = new StringBuilder();

  private CsvFile(Path file, Path part, BufferedWriter writer) {
    this.file = file;
    this.part = part;
    this.writer = writer;
  }

  /** Begins {@code file}, in a folder that is made where there is none. */
  static CsvFile open(Path named) {
    Path file = named;
    try {
      if (Files.isRegularFile(named)) {
        // A link stays a link.
        file = named.toRealPath();
      }
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      if (Files.isDirectory(file)) {
        throw failure(file, "it is a folder", null)
            .withHint("name a file, or add --per-taxon to fill a folder");
      }
      boolean isPlain = !Files.exists(file) || Files.isRegularFile(file);
      Path part = isPlain ? file.resolveSibling(file.getFileName() + ".part") : file;
      return new CsvFile(file, part, Files.newBufferedWriter(part));
    } catch (IOException e) {
      throw failure(file, FailureReason.of(e), e);
    }
  }

  /** Writes one line; null is an empty field. */
  void write(List<? extends @Nullable Object> values) {
    line.setLength(0);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (i > 0) {
        line.append(',');
      }
      if (value != null) {
        CsvText.append(line, value.toString());
      }
    }
    try {
      writer.append(line.append('\n'));
    } catch (IOException e) {
      throw failure(file, FailureReason.of(e), e);
    }
  }

  /** Puts the whole file under its name, in the place of an older one. */
  void finish() {
    try {
      writer.close();
      if (!part.equals(file)) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw failure(file, FailureReason.of(e), e);
    }
  }

  /** Throws away what was not finished. */
  @Override
  public void close() {
    try {
      writer.close();
      if (!part.equals(file)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw failure(file, FailureReason.of(e), e);
    }
  }

  private static PhotocatException failure(Path file, String found, @Nullable IOException cause) {
    String message = "cannot write %s: %s".formatted(file, found);
    return cause == null
        ? PhotocatException.of(Kind.FAILED, message)
        : PhotocatException.of(Kind.FAILED, message, cause);
  }
}
