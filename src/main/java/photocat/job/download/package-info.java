/** Fetches what a manifest asks for and books the fate of every photo. */
@NullMarked
package photocat.job.download;

import org.jspecify.annotations.NullMarked;
