package photocat.shell;

import java.nio.file.Path;

/**
 * What the prompt needs to know of its surroundings.
 *
 * @param historyFile keeps what was typed; made where there is none
 * @param unicode whether the terminal shows box-drawing characters
 */
public record ShellSettings(Path historyFile, boolean unicode) {}
