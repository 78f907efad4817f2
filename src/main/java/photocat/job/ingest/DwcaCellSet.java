package photocat.job.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.catalog.Row;
import photocat.model.Checklist;

/** What records say of their taxon in one set of cells, a row of {@code dwca_name_cells}. */
record DwcaCellSet(Row row) {
  /** What GBIF has worked out it keys by columns of their own. */
  private static final Set<String> KEYED = Set.of("family", "genus", DwcaName.SPECIES);

  /** Returns a cell without outer spaces, none where it is blank. */
  Optional<String> cell(String column) {
    return row.optionalText(column).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Returns the cells of those columns that have something in them. */
  Stream<String> cells(String... columns) {
    return Stream.of(columns).flatMap(column -> cell(column).stream());
  }

  /** Returns a cell without outer spaces, empty where it is blank. */
  String text(String column) {
    return cell(column).orElse("");
  }

  DwcaName name() {
    return DwcaName.of(text("scientific_name"));
  }

  /** Returns the key of the archive, empty for none. */
  String key() {
    return cells("taxon_key", "taxon_id").findFirst().orElse("");
  }

  /** Returns the keys in public checklists. */
  Set<String> keys() {
    Stream<String> ofPublisher =
        cells("taxon_id", "scientific_name_id").flatMap(key -> Checklist.keyOf(key).stream());
    return Stream.concat(Checklist.GBIF.keyIn(text("taxon_key")).stream(), ofPublisher)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the cell with GBIF's key of what is above, empty for none. */
  String keyOf(String rank) {
    return KEYED.contains(rank) ? text(rank + "_key") : "";
  }

  /** Returns the key that GBIF has given what is above, as one of a checklist. */
  Set<String> keysOfGbif(String rank) {
    return Checklist.GBIF.keyIn(keyOf(rank)).map(Set::of).orElse(Set.of());
  }
}
