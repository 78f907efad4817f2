/** iNaturalist's interface for programs: observations of species, and what its taxa are called. */
@NullMarked
package photocat.source.inatapi;

import org.jspecify.annotations.NullMarked;
