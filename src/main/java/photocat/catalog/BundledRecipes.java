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
          "changed-licenses",
          "checks",
          "corrupt",
          "coverage",
          "credits",
          "differences",
          "differing-names",
          "disk-use",
          "duplicates",
          "extra-files",
          "failures",
          "gaps",
          "homonyms",
          "hosts",
          "largest",
          "licenses",
          "licenses-by-taxon",
          "list-rows",
          "methods",
          "missing",
          "missing-files",
          "newest",
          "odd-sizes",
          "people",
          "progress",
          "qa",
          "rejects",
          "retries",
          "runs",
          "several-taxa",
          "shared-taxa",
          "summary",
          "throughput",
          "unmatched",
          "vanished",
          "why-slow",
          "years");

  private BundledRecipes() {}
}
