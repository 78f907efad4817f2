/** Turns lists of names, in whatever file people keep them, into rows of keys and names. */
@NullMarked
package photocat.source.lists;

import org.jspecify.annotations.NullMarked;
