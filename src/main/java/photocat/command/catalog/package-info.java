/** Commands about the catalogue as a whole. */
@NullMarked
package photocat.command.catalog;

import org.jspecify.annotations.NullMarked;
