/** The vocabulary of photocat: ids, names, amounts, errors; no input or output. */
@NullMarked
package photocat.model;

import org.jspecify.annotations.NullMarked;
