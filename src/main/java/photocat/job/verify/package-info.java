/** Compares the files of a manifest with what the catalogue says of them. */
@NullMarked
package photocat.job.verify;

import org.jspecify.annotations.NullMarked;
