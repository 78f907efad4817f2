package photocat.shell.render;

import java.io.Flushable;
import java.io.IOException;
import photocat.command.ReaderGone;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Writes lines that end with a line feed on every system. */
public final class Lines {
  private final Appendable out;

  public Lines(Appendable out) {
    this.out = out;
  }

  public void line(CharSequence text) {
    write(text);
    write("\n");
  }

  public void write(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Hands on what has been written, where {@code out} can. */
  public void flush() {
    if (out instanceof Flushable flushable) {
      try {
        flushable.flush();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  /** A full disk is a failure; a pipe without a reader is none. */
  public static RuntimeException failure(IOException e) {
    String found = String.valueOf(e.getMessage());
    if (found.contains("Broken pipe") || found.contains("pipe is being closed")) {
      return new ReaderGone(e);
    }
    return PhotocatException.of(ExitStatus.FAILED, "cannot write the output: " + found, e);
  }
}
