package photocat.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import photocat.command.OutputMode;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.shell.render.Lines;

/** A file that results are written to instead of standard output. */
final class ResultFile implements AutoCloseable {
  private final Path file;
  private final boolean once;
  private final Writer writer;

  private ResultFile(Path file, boolean once, Writer writer) {
    this.file = file;
    this.once = once;
    this.writer = writer;
  }

  /**
   * Makes the file, or empties it where it is there.
   *
   * @param once whether it takes the results of the next statement only
   */
  static ResultFile open(Path file, boolean once) {
    try {
      Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      return new ResultFile(file, once, new BufferedWriter(writer));
    } catch (IOException e) {
      String found =
          e instanceof NoSuchFileException ? "there is no such folder" : ScriptText.reason(e);
      throw PhotocatException.of(Kind.FAILED, "cannot write to %s: %s".formatted(file, found), e);
    }
  }

  /** A file of another process, which writes what {@code writer} is given. */
  static ResultFile elsewhere(Writer writer) {
    return new ResultFile(Path.of(""), false, writer);
  }

  Path file() {
    return file;
  }

  boolean isOnce() {
    return once;
  }

  Writer writer() {
    return writer;
  }

  /** Returns the mode that the ending of the file's name asks for. */
  Optional<OutputMode> mode() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".md")
        ? Optional.of(OutputMode.MARKDOWN)
        : Arrays.stream(OutputMode.values())
            .filter(mode -> name.endsWith("." + mode.word()))
            .findFirst();
  }

  void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }
}
