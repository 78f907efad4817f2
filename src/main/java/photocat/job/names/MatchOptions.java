package photocat.job.names;

import java.util.List;
import java.util.Optional;

/**
 * Which taxa a spelling may mean.
 *
 * @param sources sources whose taxa are searched; empty for all that have taxa
 * @param within name or number of a taxon that must be an ancestor; empty for no such rule
 * @param ranks ranks allowed, as the sources name them; empty for every rank
 * @param includeInactive whether a name that its source has retired may fit, where none in use does
 * @param exact whether of names only equality counts
 * @param namesOnly whether the keys that lists have in checklists do not count
 */
public record MatchOptions(
    List<String> sources,
    Optional<String> within,
    List<String> ranks,
    boolean includeInactive,
    boolean exact,
    boolean namesOnly) {
  /** Copies the lists. */
  public MatchOptions {
    sources = List.copyOf(sources);
    ranks = List.copyOf(ranks);
  }
}
