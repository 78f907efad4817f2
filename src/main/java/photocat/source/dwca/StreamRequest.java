package photocat.source.dwca;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a table is streamed.
 *
 * @param workFolder where the pipes lie, belonging to the reader; a temporary one if empty, or if
 *     its disk takes no pipes
 * @param pipes for each stream, 1 or more: how many threads shall read it side by side
 */
public record StreamRequest(Optional<Path> workFolder, int pipes) {}
