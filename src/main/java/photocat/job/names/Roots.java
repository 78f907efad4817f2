package photocat.job.names;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Finds the taxon of each source that names are to be matched within. */
final class Roots {
  /** A number that no taxon has: nothing is within it. */
  private static final long NONE = -1;

  private final Session session;

  Roots(Session session) {
    this.session = session;
  }

  /**
   * Returns the number of the taxon in each of the {@code sources}, in their order: empty where no
   * taxon is asked for, and one that no taxon has where others than this source have it.
   *
   * @param within name or number of a taxon
   */
  Map<String, Optional<Long>> find(Optional<String> within, Set<String> sources) {
    Map<String, Optional<Long>> roots = new LinkedHashMap<>();
    for (String source : sources) {
      roots.put(source, within.map(taxon -> find(taxon, source)));
    }
    if (within.isPresent() && roots.values().stream().allMatch(root -> root.get() == NONE)) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot match within \"%s\": no taxon is called so".formatted(within.get()))
          .withHint("give a scientific name, such as Plantae, or the number of a taxon");
    }
    return roots;
  }

  private long find(String within, String source) {
    session.run("match/of_source", Map.of(), Map.of("taxa", SourceViews.name("taxa", source)));
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("name", within);
    asked.put(
        "number", within.strip().matches("[0-9]{1,18}") ? Long.valueOf(within.strip()) : null);
    List<Row> found = session.list("match/root", asked, row -> row);
    if (found.size() > 1) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot match within \"%s\": %d taxa are called so".formatted(within, found.size()))
          .withHint(
              "give a number: "
                  + String.join(
                      ", ",
                      found.stream()
                          .map(row -> row.text("taxon_id") + " is a " + row.text("rank"))
                          .toList()));
    }
    return found.isEmpty() ? NONE : found.get(0).number("taxon_id");
  }
}
