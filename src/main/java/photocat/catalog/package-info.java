/** The DuckDB file that holds everything photocat knows: opening, migrating, querying, recipes. */
@NullMarked
package photocat.catalog;

import org.jspecify.annotations.NullMarked;
