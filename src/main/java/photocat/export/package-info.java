/** Writes data sets and attribution files. */
@NullMarked
package photocat.export;

import org.jspecify.annotations.NullMarked;
