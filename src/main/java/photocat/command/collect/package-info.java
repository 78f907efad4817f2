/** From a list to a folder of photos in one command. */
@NullMarked
package photocat.command.collect;

import org.jspecify.annotations.NullMarked;
