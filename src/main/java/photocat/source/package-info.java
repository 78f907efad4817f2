/** Turns outside data into rows that the catalogue can stage. */
@NullMarked
package photocat.source;

import org.jspecify.annotations.NullMarked;
