/** Commands about recipes. */
@NullMarked
package photocat.command.recipe;

import org.jspecify.annotations.NullMarked;
