/** Starts photocat: settings, wiring and exit codes. */
@NullMarked
package photocat;

import org.jspecify.annotations.NullMarked;
