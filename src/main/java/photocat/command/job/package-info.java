/** Commands about work in the background. */
@NullMarked
package photocat.command.job;

import org.jspecify.annotations.NullMarked;
