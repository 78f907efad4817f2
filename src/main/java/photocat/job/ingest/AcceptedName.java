package photocat.job.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.catalog.Row;
import photocat.model.Checklist;

/**
 * What a record says itself of the accepted taxon, where its own name is a synonym.
 *
 * @param key of the archive, empty for none
 * @param name of the taxon, its key where only that is told; empty where it is no other
 * @param keys in public checklists
 * @param isOfPublisher whether GBIF has not worked it out, nor the genus and species beside it
 */
record AcceptedName(String key, String name, Set<String> keys, boolean isOfPublisher) {
  static final AcceptedName NONE = new AcceptedName("", "", Set.of(), false);

  static AcceptedName of(Row row) {
    Optional<String> key = DwcaTaxa.cell(row, "accepted_taxon_key");
    Optional<String> name = DwcaTaxa.cell(row, "accepted_scientific_name");
    return key.isPresent() || name.isPresent() ? ofGbif(row, key, name) : ofPublisher(row);
  }

  private static AcceptedName ofGbif(Row row, Optional<String> key, Optional<String> name) {
    Set<String> keys = set(key.flatMap(Checklist.GBIF::keyIn));
    Stream<String> known =
        Stream.of("taxon_key", "species_key")
            .flatMap(column -> DwcaTaxa.cell(row, column).stream());
    boolean isNoOther = known.anyMatch(key.orElse("")::equals);
    return isNoOther ? NONE : named(key, name, keys, false);
  }

  private static AcceptedName ofPublisher(Row row) {
    Optional<String> key = DwcaTaxa.cell(row, "accepted_name_usage_id");
    Stream<String> own =
        Stream.of("taxon_id", "core_id").flatMap(column -> DwcaTaxa.cell(row, column).stream());
    return own.anyMatch(key.orElse("")::equals)
        ? NONE
        : named(
            key,
            DwcaTaxa.cell(row, "accepted_name_usage"),
            set(key.flatMap(Checklist::keyOf)),
            true);
  }

  private static AcceptedName named(
      Optional<String> key, Optional<String> name, Set<String> keys, boolean isOfPublisher) {
    return name.or(() -> keys.stream().findFirst())
        .map(known -> new AcceptedName(key.orElse(""), known, keys, isOfPublisher))
        .orElse(NONE);
  }

  private static Set<String> set(Optional<String> key) {
    return key.stream().collect(Collectors.toSet());
  }
}
