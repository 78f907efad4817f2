/** Takes in lists and overrides, and finds the taxa that their spellings mean. */
@NullMarked
package photocat.job.names;

import org.jspecify.annotations.NullMarked;
