package photocat.catalog;

import java.util.List;

/** The names of the recipes that are shipped. */
final class BundledRecipes {
  /**
   * The files of {@code sql/recipes}; the inside of a jar cannot be listed cheaply, so a test
   * compares this with the folder.
   */
  static final List<String> NAMES =
      List.of(
          "ambiguous",
          "checks",
          "coverage",
          "credits",
          "duplicates",
          "failures",
          "gaps",
          "largest",
          "licenses",
          "missing",
          "newest",
          "progress",
          "qa",
          "rejects",
          "unmatched");

  private BundledRecipes() {}
}
