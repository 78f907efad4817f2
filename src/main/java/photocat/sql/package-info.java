/** Reads SQL text as DuckDB does: tokens, statements, named parameters. */
@NullMarked
package photocat.sql;

import org.jspecify.annotations.NullMarked;
