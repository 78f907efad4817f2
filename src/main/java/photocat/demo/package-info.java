/** The demonstration: the whole main job on invented data, with photos that it draws itself. */
@NullMarked
package photocat.demo;

import org.jspecify.annotations.NullMarked;
