package photocat.job.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import photocat.catalog.Row;

/**
 * The records that others name as those of their accepted taxon, by its key. Keys that a publisher
 * has given count in his archive.
 */
final class AcceptedNames {
  private final Map<String, Row> byKey = new HashMap<>();

  /** Takes rows of {@code dwca_name_cells}; of several with one key the first counts. */
  AcceptedNames(List<Row> rows) {
    for (Row row : rows) {
      ownKeys(row).forEach(key -> byKey.putIfAbsent(place(row, key), row));
    }
  }

  /** Returns the last in the chain of accepted ones, empty where it is unknown or none. */
  Optional<Row> of(Row row) {
    if (byKey.isEmpty()) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    Optional<Row> found = Optional.empty();
    for (Optional<Row> next = next(row); next.isPresent(); next = next(next.get())) {
      found = next;
      if (!seen.add(next.get().text("name_id"))) {
        // Names that are accepted for one another.
        return Optional.empty();
      }
    }
    return found.filter(last -> !last.text("name_id").equals(row.text("name_id")));
  }

  private Optional<Row> next(Row row) {
    List<String> own = ownKeys(row).toList();
    return Stream.of("accepted_taxon_key", "accepted_name_usage_id")
        .flatMap(column -> DwcaTaxa.cell(row, column).stream())
        .filter(key -> !own.contains(key))
        .flatMap(key -> Optional.ofNullable(byKey.get(place(row, key))).stream())
        .findFirst();
  }

  private static Stream<String> ownKeys(Row row) {
    return Stream.of("taxon_key", "taxon_id", "core_id")
        .flatMap(column -> DwcaTaxa.cell(row, column).stream());
  }

  private static String place(Row row, String key) {
    return row.text("snapshot_id") + "|" + key;
  }
}
