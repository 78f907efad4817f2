package photocat.job.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.CanonicalName;
import photocat.model.Checklist;

/**
 * The taxa that the records of archives name. Names that differ in authorship only are one taxon,
 * and so are a species and the name of it that GBIF has worked out; a synonym is a taxon below its
 * accepted species, so that it can be matched by its own name too.
 */
final class DwcaTaxa {
  private static final String ROOM = "sources/dwca/";
  private static final String SPECIES = "species";
  private static final List<String> HIGHER =
      List.of("kingdom", "phylum", "class", "order", "family", "genus");
  private static final Set<String> KEYED = Set.of("family", "genus", SPECIES);

  private final Session session;
  private final TaxonNumbers numbers = new TaxonNumbers();

  /** By kingdom, rank and canonical name. */
  private final Map<String, DwcaTaxon> taxa = new LinkedHashMap<>();

  private final Map<String, String> canonicals = new HashMap<>();

  DwcaTaxa(Session session) {
    this.session = session;
  }

  /** Fills {@code dwca_names} and {@code dwca_taxa} again from all records. */
  void fill() {
    session.run("ingest/clear", Map.of(), Map.of("table", "dwca_names"));
    session.run("ingest/clear", Map.of(), Map.of("table", "dwca_taxa"));
    List<Long> ids = new ArrayList<>();
    List<Long> names =
        session.list(
            ROOM + "names",
            Map.of(),
            row -> {
              ids.add(taxonOf(row).id());
              return row.number("name_id");
            });
    try (TableAppender appender = session.openAppender("dwca_names", "name_id", "taxon_id")) {
      for (int at = 0; at < ids.size(); at++) {
        appender.row(names.get(at), ids.get(at));
      }
      appender.flush();
    }
    try (TableAppender appender =
        session.openAppender(
            "dwca_taxa",
            "taxon_id",
            "taxon_key",
            "name",
            "canonical_name",
            "rank",
            "ancestry",
            "classification",
            "checklist_keys")) {
      for (DwcaTaxon taxon : taxa.values()) {
        appender.row(
            taxon.id(),
            taxon.key().isEmpty() ? taxon.name() : taxon.key(),
            taxon.name(),
            taxon.canonical(),
            orNull(taxon.rank()),
            orNull(taxon.ancestry()),
            orNull(taxon.classification()),
            taxon.checklistKeys().isEmpty() ? null : taxon.checklistKeys());
      }
      appender.flush();
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Returns the taxon of one set of cells, and keeps it with those above it. */
  private DwcaTaxon taxonOf(Row row) {
    String kingdom = text(row, "kingdom");
    DwcaTaxon above = DwcaTaxon.NONE;
    for (String rank : HIGHER) {
      above = below(above, kingdom, rank, text(row, rank), "", keysOfGbif(row, rank));
    }
    above = below(above, kingdom, SPECIES, species(row), "", keysOfGbif(row, SPECIES));
    String name = text(row, "scientific_name");
    String rank = rank(text(row, "taxon_rank"), name);
    return below(above, kingdom, rank, name, key(row), keys(row));
  }

  private static String key(Row row) {
    String key = text(row, "taxon_key");
    return key.isEmpty() ? text(row, "taxon_id") : key;
  }

  /** What GBIF has worked out it keys by columns of their own. */
  private static Set<String> keysOfGbif(Row row, String rank) {
    return KEYED.contains(rank)
        ? Checklist.GBIF.keyIn(text(row, rank + "_key")).map(Set::of).orElse(Set.of())
        : Set.of();
  }

  private static Set<String> keys(Row row) {
    Stream<String> ofPublisher =
        Stream.of("taxon_id", "scientific_name_id")
            .flatMap(column -> Checklist.keyOf(text(row, column)).stream());
    return Stream.concat(Checklist.GBIF.keyIn(text(row, "taxon_key")).stream(), ofPublisher)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String species(Row row) {
    String species = text(row, "species");
    String genus = text(row, "genus");
    String epithet = text(row, "specific_epithet");
    return !species.isEmpty() || genus.isEmpty() || epithet.isEmpty()
        ? species
        : genus + " " + epithet;
  }

  private DwcaTaxon below(
      DwcaTaxon above, String kingdom, String rank, String name, String key, Set<String> keys) {
    if (name.isEmpty()) {
      return above;
    }
    String canonical = canonicals.computeIfAbsent(name, DwcaTaxa::canonical);
    boolean isAbove =
        canonical.equals(above.canonical()) && (rank.isEmpty() || rank.equals(above.rank()));
    DwcaTaxon found =
        isAbove
            ? above.named(name, key, keys)
            : new DwcaTaxon(
                0,
                key,
                name,
                canonical,
                rank,
                above.ancestryBelow(),
                above.classificationBelow(),
                keys);
    String place = kingdom + "|" + found.rank() + "|" + canonical;
    DwcaTaxon known = taxa.get(place);
    DwcaTaxon both = known == null ? found.numbered(numbers.of(place)) : known.with(found);
    taxa.put(place, both);
    return both;
  }

  private static String canonical(String name) {
    return CanonicalName.of(name).map(CanonicalName::text).orElse(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the rank in small letters, that of the form of the name where the record is silent. */
  private static String rank(String given, String name) {
    String rank = given.toLowerCase(Locale.ROOT);
    if (!rank.isEmpty() && !rank.equals("unranked")) {
      return rank;
    }
    Optional<CanonicalName> canonical = CanonicalName.of(name);
    int words = canonical.map(CanonicalName::words).orElse(0);
    return words == 2
        ? SPECIES
        : canonical.flatMap(CanonicalName::rank).orElse(words == 3 ? "subspecies" : "");
  }

  private static String text(Row row, String column) {
    return row.optionalText(column).map(String::strip).orElse("");
  }
}
