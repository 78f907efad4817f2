/**
 * What can be set: each thing stated once, with all that help, files, flags and jobs need of it.
 */
@NullMarked
package photocat.model.setting;

import org.jspecify.annotations.NullMarked;
