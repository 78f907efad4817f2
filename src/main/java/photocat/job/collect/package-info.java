/** From a list to a folder of photos and their credits, in one job. */
@NullMarked
package photocat.job.collect;

import org.jspecify.annotations.NullMarked;
