/** What Tab offers: commands, options, names, files. */
@NullMarked
package photocat.shell.complete;

import org.jspecify.annotations.NullMarked;
