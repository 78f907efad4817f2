/** Commands from a manifest to files that are known to be whole. */
@NullMarked
package photocat.command.download;

import org.jspecify.annotations.NullMarked;
