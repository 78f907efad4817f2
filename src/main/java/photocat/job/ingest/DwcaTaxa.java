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
 * accepted one, so that it can be matched by its own name and key too.
 */
final class DwcaTaxa {
  private static final String ROOM = "sources/dwca/";
  private static final String SPECIES = "species";
  private static final String GENUS = "genus";
  private static final List<String> ABOVE_GENUS =
      List.of("kingdom", "phylum", "class", "order", "family");
  private static final Set<String> KEYED = Set.of("family", GENUS, SPECIES);

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
    session.run(ROOM + "make_names");
    AcceptedNames accepted =
        new AcceptedNames(session.list(ROOM + "accepted_names", Map.of(), row -> row));
    List<Long> ids = new ArrayList<>();
    List<Long> names =
        session.list(
            ROOM + "names",
            Map.of(),
            row -> {
              ids.add(taxonOf(row, accepted).id());
              return row.number("name_id");
            });
    session.run(ROOM + "forget_names");
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
  private DwcaTaxon taxonOf(Row row, AcceptedNames accepted) {
    Optional<Row> found = accepted.of(row);
    if (found.isEmpty()) {
      return taxonOf(row, text(row, "kingdom"), AcceptedName.of(row));
    }
    // What a synonym says of genus and species is what it was called.
    String kingdom = cell(row, "kingdom").orElse(text(found.get(), "kingdom"));
    DwcaTaxon above = taxonOf(found.get(), kingdom, AcceptedName.NONE);
    return own(above, kingdom, row, Set.of());
  }

  private DwcaTaxon taxonOf(Row row, String kingdom, AcceptedName accepted) {
    String accepts = accepted.name();
    boolean isSynonym =
        !accepts.isEmpty() && !canonical(accepts).equals(canonical(text(row, "scientific_name")));
    DwcaTaxon above = DwcaTaxon.NONE;
    for (String rank : ABOVE_GENUS) {
      above = below(above, kingdom, rank, text(row, rank), "", keysOfGbif(row, rank));
    }
    if (isSynonym && accepted.isOfPublisher()) {
      String genus = genusIn(accepts).orElse(text(row, GENUS));
      above = below(above, kingdom, GENUS, genus, "", Set.of());
    } else {
      above = below(above, kingdom, GENUS, text(row, GENUS), "", keysOfGbif(row, GENUS));
      String species = isSynonym ? text(row, SPECIES) : species(row);
      above = below(above, kingdom, SPECIES, species, "", keysOfGbif(row, SPECIES));
    }
    if (!isSynonym) {
      return own(above, kingdom, row, accepted.keys());
    }
    above = below(above, kingdom, rank("", accepts), accepts, accepted.key(), accepted.keys());
    return own(above, kingdom, row, Set.of());
  }

  /** Returns the first word of a name of several. */
  private static Optional<String> genusIn(String name) {
    return CanonicalName.of(name)
        .filter(canonical -> canonical.words() > 1)
        .map(unused -> name.substring(0, name.indexOf(' ')));
  }

  private DwcaTaxon own(DwcaTaxon above, String kingdom, Row row, Set<String> moreKeys) {
    String name = text(row, "scientific_name");
    Set<String> keys = new TreeSet<>(keys(row));
    keys.addAll(moreKeys);
    return below(above, kingdom, rank(text(row, "taxon_rank"), name), name, key(row), keys);
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
    String genus = text(row, GENUS);
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
    String canonical = canonical(name);
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
    if (known != null && above.ancestry().contains(Long.toString(known.id()))) {
      // A species that is held for a synonym of what is below it stays where it is.
      found = known.named(name, key, keys);
    }
    DwcaTaxon both = known == null ? found.numbered(numbers.of(place)) : known.with(found);
    taxa.put(place, both);
    return both;
  }

  private String canonical(String name) {
    return canonicals.computeIfAbsent(
        name,
        text ->
            CanonicalName.of(text).map(CanonicalName::text).orElse(text.toLowerCase(Locale.ROOT)));
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
    return cell(row, column).orElse("");
  }

  /** Returns a cell without outer spaces, empty where it is blank. */
  static Optional<String> cell(Row row, String column) {
    return row.optionalText(column).map(String::strip).filter(text -> !text.isEmpty());
  }
}
