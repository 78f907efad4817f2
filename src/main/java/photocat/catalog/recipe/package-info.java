/** Recipes: SQL with a name, in files with a header that says what they are and take. */
@NullMarked
package photocat.catalog.recipe;

import org.jspecify.annotations.NullMarked;
