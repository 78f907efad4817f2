/** Where photos lie. */
@NullMarked
package photocat.store;

import org.jspecify.annotations.NullMarked;
