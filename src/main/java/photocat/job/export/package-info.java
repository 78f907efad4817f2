/** Writes credits and tables to files. */
@NullMarked
package photocat.job.export;

import org.jspecify.annotations.NullMarked;
