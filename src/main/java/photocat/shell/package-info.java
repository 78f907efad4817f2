/** The front ends: interactive prompt, scripts and pipes, and how results are drawn. */
@NullMarked
package photocat.shell;

import org.jspecify.annotations.NullMarked;
