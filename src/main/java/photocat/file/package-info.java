/** Files that users name: where their paths lead, and how what is written there gets its name. */
@NullMarked
package photocat.file;

import org.jspecify.annotations.NullMarked;
