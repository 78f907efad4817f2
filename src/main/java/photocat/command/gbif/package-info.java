/** The commands that ask GBIF for downloads. */
@NullMarked
package photocat.command.gbif;

import org.jspecify.annotations.NullMarked;
