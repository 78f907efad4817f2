package photocat.source.inatapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A taxon, as iNaturalist describes it.
 *
 * @param ancestors numbers of the taxa above it, from the root
 * @param rankLevel height in the tree: species 10, genus 20; 0 where it is not told
 * @param rank in small letters; empty where it is not told
 * @param matchedTerm of a search: which of its names was found; empty where it is not told
 */
public record InatTaxon(
    long id,
    List<Long> ancestors,
    double rankLevel,
    String rank,
    String name,
    boolean active,
    String matchedTerm) {
  /** Copies the list. */
  public InatTaxon {
    ancestors = List.copyOf(ancestors);
  }

  /** Returns the taxon that {@code json} describes; empty where it has no number or no name. */
  static Optional<InatTaxon> of(JsonNode json) {
    long id = json.path("id").asLong();
    String name = json.path("name").asText("");
    return id <= 0 || name.isBlank()
        ? Optional.empty()
        : Optional.of(
            new InatTaxon(
                id,
                ancestors(json, id),
                json.path("rank_level").asDouble(),
                json.path("rank").asText(""),
                name,
                json.path("is_active").asBoolean(true),
                json.path("matched_term").asText("")));
  }

  /** Returns the numbers above it, separated by slashes; empty for the root. */
  public Optional<String> ancestry() {
    return ancestors.isEmpty()
        ? Optional.empty()
        : Optional.of(ancestors.stream().map(String::valueOf).collect(Collectors.joining("/")));
  }

  /** The list of the interface ends in the taxon itself. */
  private static List<Long> ancestors(JsonNode json, long id) {
    List<Long> above = new ArrayList<>();
    for (JsonNode each : json.path("ancestor_ids")) {
      if (each.asLong() > 0 && each.asLong() != id) {
        above.add(each.asLong());
      }
    }
    return above;
  }
}
