/** How photos are drawn in a terminal, in the ways that terminals know. */
@NullMarked
package photocat.shell.picture;

import org.jspecify.annotations.NullMarked;
