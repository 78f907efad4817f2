/** Commands about manifests. */
@NullMarked
package photocat.command.manifest;

import org.jspecify.annotations.NullMarked;
