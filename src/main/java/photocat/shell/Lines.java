package photocat.shell;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes lines that end with a line feed on every system. */
final class Lines {
  private final Appendable out;

  Lines(Appendable out) {
    this.out = out;
  }

  void line(CharSequence text) {
    write(text);
    write("\n");
  }

  void write(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
