/** Tells the licence that a text from outside names, and never a laxer one. */
@NullMarked
package photocat.model.license;

import org.jspecify.annotations.NullMarked;
