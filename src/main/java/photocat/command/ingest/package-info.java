/** Commands that take in what sources have. */
@NullMarked
package photocat.command.ingest;

import org.jspecify.annotations.NullMarked;
