package photocat.catalog.recipe;

import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * A mistake in a recipe.
 *
 * @param origin the file it is in
 * @param line the line that it is on, or begins on
 * @param what what is wrong, naming the key; DuckDB's words may have several lines
 */
public record RecipeFault(String origin, int line, String what) {
  PhotocatException failure() {
    return PhotocatException.of(
        ExitStatus.USAGE, "cannot read recipe %s: line %d: %s".formatted(origin, line, what));
  }
}
