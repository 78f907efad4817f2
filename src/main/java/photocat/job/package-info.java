/**
 * The use cases: each reads tables, writes tables, can be run again and does only what is missing.
 */
@NullMarked
package photocat.job;

import org.jspecify.annotations.NullMarked;
