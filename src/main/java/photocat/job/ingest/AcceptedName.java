package photocat.job.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  static AcceptedName of(DwcaCellSet cells) {
    Optional<String> key = cells.cell("accepted_taxon_key");
    Optional<String> name = cells.cell("accepted_scientific_name");
    return key.isPresent() || name.isPresent() ? ofGbif(cells, key, name) : ofPublisher(cells);
  }

  private static AcceptedName ofGbif(
      DwcaCellSet cells, Optional<String> key, Optional<String> name) {
    Set<String> keys = set(key.flatMap(Checklist.GBIF::keyIn));
    Stream<String> known = cells.cells("taxon_key", "species_key");
    boolean isNoOther = known.anyMatch(key.orElse("")::equals);
    return isNoOther ? NONE : named(key, name, keys, false);
  }

  private static AcceptedName ofPublisher(DwcaCellSet cells) {
    Optional<String> key = cells.cell("accepted_name_usage_id");
    Stream<String> own = cells.cells("taxon_id", "core_id");
    return own.anyMatch(key.orElse("")::equals)
        ? NONE
        : named(key, cells.cell("accepted_name_usage"), set(key.flatMap(Checklist::keyOf)), true);
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
