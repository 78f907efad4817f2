/** What a photo file is, told from its bytes. */
@NullMarked
package photocat.image;

import org.jspecify.annotations.NullMarked;
