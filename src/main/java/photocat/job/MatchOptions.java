package photocat.job;

import java.util.List;
import java.util.Optional;

/**
 * Which taxa a spelling may mean.
 *
 * @param within name or number of a taxon that must be an ancestor; empty for no such rule
 * @param ranks ranks allowed, as iNaturalist names them; empty for every rank
 * @param includeInactive whether a name that iNaturalist has retired may fit, where none in use
 *     does
 * @param exact whether only equality counts, besides overrides
 */
public record MatchOptions(
    Optional<String> within, List<String> ranks, boolean includeInactive, boolean exact) {
  /** Copies the list. */
  public MatchOptions {
    ranks = List.copyOf(ranks);
  }
}
