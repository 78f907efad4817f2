package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import photocat.command.OutputMode;
import photocat.file.OutputFile;
import photocat.file.OutputPlace;
import photocat.shell.render.Lines;

/**
 * A file that results are written to instead of standard output: one of this process, which is in
 * place when it is finished, or one of another process, which writes what it is given.
 */
final class ResultFile {
  private final Optional<OutputFile> own;
  private final Writer elsewhere;
  private final boolean once;

  private ResultFile(Optional<OutputFile> own, Writer elsewhere, boolean once) {
    this.own = own;
    this.elsewhere = elsewhere;
    this.once = once;
  }

  /**
   * Results that go to {@code file}, which is finished or closed here.
   *
   * @param once whether it takes the results of the next statement only
   */
  static ResultFile of(OutputFile file, boolean once) {
    return new ResultFile(Optional.of(file), Writer.nullWriter(), once);
  }

  /** A file of another process, which writes what {@code writer} is given. */
  static ResultFile elsewhere(Writer writer) {
    return new ResultFile(Optional.empty(), writer, false);
  }

  /** Returns the path that the person gave. */
  Path file() {
    return own.map(file -> file.place().named()).orElse(Path.of(""));
  }

  /** Returns where the file will be, behind all links; empty for a device, and one elsewhere. */
  Optional<Path> end() {
    return own.map(OutputFile::place).filter(OutputPlace::isPlain).map(OutputPlace::file);
  }

  boolean isOnce() {
    return once;
  }

  /** Returns what takes the results; another one after {@link #backTo}. */
  Writer writer() {
    return own.map(OutputFile::writer).orElse(elsewhere);
  }

  /** Returns the mode that the ending of the file's name asks for. */
  Optional<OutputMode> mode() {
    String name = file().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".md")
        ? Optional.of(OutputMode.MARKDOWN)
        : Arrays.stream(OutputMode.values())
            .filter(mode -> name.endsWith("." + mode.word()))
            .findFirst();
  }

  void flush() {
    try {
      writer().flush();
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  /** Returns how far the file has come. */
  long mark() {
    try {
      return own.isPresent() ? own.get().mark() : 0;
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  /** Forgets what was written since {@code mark}. */
  void backTo(long mark) {
    try {
      if (own.isPresent()) {
        own.get().backTo(mark);
      }
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  /** Puts the file in place. */
  void finish() {
    if (own.isEmpty()) {
      flush();
      return;
    }
    try (OutputFile file = own.get()) {
      file.finish();
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  /** Throws away what was written. */
  void discard() {
    own.ifPresent(OutputFile::close);
  }
}
