/** Reads lists of addresses: tables, JSON, Parquet, SQLite, lists of aria2 and plain ones. */
@NullMarked
package photocat.source.urls;

import org.jspecify.annotations.NullMarked;
