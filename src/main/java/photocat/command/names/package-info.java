/** Commands from a list of names to the taxa that they mean. */
@NullMarked
package photocat.command.names;

import org.jspecify.annotations.NullMarked;
