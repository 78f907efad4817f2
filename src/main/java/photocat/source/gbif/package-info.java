/** GBIF's own interface: what stands behind the keys and the DOIs of its downloads. */
@NullMarked
package photocat.source.gbif;

import org.jspecify.annotations.NullMarked;
