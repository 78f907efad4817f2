/** Commands that write files for others. */
@NullMarked
package photocat.command.export;

import org.jspecify.annotations.NullMarked;
