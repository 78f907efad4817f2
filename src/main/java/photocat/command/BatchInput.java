package photocat.command;

import java.nio.file.Path;

/** One thing to run without a prompt. */
public sealed interface BatchInput {
  /** The text of {@code -c}. */
  record Text(String text) implements BatchInput {}

  /** The file of {@code -f}. */
  record ScriptFile(Path file) implements BatchInput {}

  /** Standard input, asked for by {@code -f -} or because it is a pipe. */
  record StandardInput() implements BatchInput {}
}
