/**
 * How two photocats on one catalogue talk: the one that holds the file listens on a socket beside
 * it, the others send it what they were asked to do. Knows nothing of SQL or commands.
 */
@NullMarked
package photocat.remote;

import org.jspecify.annotations.NullMarked;
