/** Takes the rows of outside sources into the catalogue, each snapshot in one transaction. */
@NullMarked
package photocat.job.ingest;

import org.jspecify.annotations.NullMarked;
