package photocat.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What the prompt needs to know of its surroundings.
 *
 * @param historyFile keeps what was typed; made where there is none
 * @param init a script to run before the first prompt
 * @param standard the terminal, as standard output
 * @param programs what the user reads, edits and looks with
 */
public record ShellSettings(
    Path historyFile, Optional<Path> init, Screen standard, Programs programs) {
  /** Returns the terminal as the prompt knows it, which hears when it is resized. */
  Screen screen(IntSupplier columns, IntSupplier rows) {
    return new Screen(true, true, standard.unicode(), standard.color(), columns, rows);
  }
}
