/** Downloads of GBIF: asked for, waited for, fetched. */
@NullMarked
package photocat.job.gbif;

import org.jspecify.annotations.NullMarked;
