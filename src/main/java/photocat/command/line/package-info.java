/** The command line put together from the groups of commands; what is wrong with one, in words. */
@NullMarked
package photocat.command.line;

import org.jspecify.annotations.NullMarked;
