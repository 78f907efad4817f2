/** What every client of HTTP in the house goes by: whom it may ask, when, and through what. */
@NullMarked
package photocat.http;

import org.jspecify.annotations.NullMarked;
