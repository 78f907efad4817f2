/** Reads Darwin Core Archives: what their tables are, and their rows in pieces. */
@NullMarked
package photocat.source.dwca;

import org.jspecify.annotations.NullMarked;
