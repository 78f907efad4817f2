/** Chooses photos, names their files and freezes the choice. */
@NullMarked
package photocat.job.manifest;

import org.jspecify.annotations.NullMarked;
