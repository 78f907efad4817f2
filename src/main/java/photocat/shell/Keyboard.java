package photocat.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a person at a terminal that has no prompt. */
final class Keyboard {
  private final TextOutput output;
  private final InputStream input;

  Keyboard(TextOutput output, InputStream input) {
    this.output = output;
    this.input = input;
  }

  /** Shows {@code question} and returns the line that is typed; empty where there is none. */
  Optional<String> ask(String question) {
    output.streams().narrateAsIs(question);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int read = input.read(); read != '\n'; read = input.read()) {
        if (read < 0) {
          output.streams().narrateAsIs("\n");
          return Optional.empty();
        }
        line.write(read);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
