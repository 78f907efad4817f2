/** One class a command; the same in the shell and on the command line. */
@NullMarked
package photocat.command;

import org.jspecify.annotations.NullMarked;
