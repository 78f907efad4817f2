/**
 * Reads SQL text as DuckDB does: tokens, statements, named parameters; and the words of commands.
 */
@NullMarked
package photocat.sql;

import org.jspecify.annotations.NullMarked;
