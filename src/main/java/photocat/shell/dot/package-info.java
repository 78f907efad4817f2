/** The commands that only the shell and scripts have, one class each. */
@NullMarked
package photocat.shell.dot;

import org.jspecify.annotations.NullMarked;
