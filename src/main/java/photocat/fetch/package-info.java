/** Fetches photos over HTTP; knows nothing of the catalogue. */
@NullMarked
package photocat.fetch;

import org.jspecify.annotations.NullMarked;
