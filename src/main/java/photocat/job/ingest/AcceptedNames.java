package photocat.job.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records that others name as those of their accepted taxon, by its key. Keys that a publisher
 * has given count in his archive.
 */
final class AcceptedNames {
  private final Map<String, DwcaCellSet> byKey = new HashMap<>();

  /** Takes rows of {@code dwca_name_cells}; of several with one key the first counts. */
  AcceptedNames(List<DwcaCellSet> sets) {
    for (DwcaCellSet cells : sets) {
      ownKeys(cells).forEach(key -> byKey.putIfAbsent(place(cells, key), cells));
    }
  }

  /** Returns the last in the chain of accepted ones, empty where it is unknown or none. */
  Optional<DwcaCellSet> of(DwcaCellSet cells) {
    if (byKey.isEmpty()) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    Optional<DwcaCellSet> found = Optional.empty();
    for (Optional<DwcaCellSet> next = next(cells); next.isPresent(); next = next(next.get())) {
      found = next;
      if (!seen.add(next.get().text("name_id"))) {
        // Names that are accepted for one another.
        return Optional.empty();
      }
    }
    return found.filter(last -> !last.text("name_id").equals(cells.text("name_id")));
  }

  private Optional<DwcaCellSet> next(DwcaCellSet cells) {
    List<String> own = ownKeys(cells).toList();
    return cells
        .cells("accepted_taxon_key", "accepted_name_usage_id")
        .filter(key -> !own.contains(key))
        .flatMap(key -> Optional.ofNullable(byKey.get(place(cells, key))).stream())
        .findFirst();
  }

  private static Stream<String> ownKeys(DwcaCellSet cells) {
    return cells.cells("taxon_key", "taxon_id", "core_id");
  }

  private static String place(DwcaCellSet cells, String key) {
    return cells.text("snapshot_id") + "|" + key;
  }
}
