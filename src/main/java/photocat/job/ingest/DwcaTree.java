package photocat.job.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photocat.model.Checklist;

/** Taxa below one another, as the ways down to them come in. */
final class DwcaTree {
  private static final List<String> HIGHER =
      List.of("kingdom", "phylum", "class", "order", "family", "genus");

  private final TaxonNumbers numbers = new TaxonNumbers();

  /** By kingdom, rank and canonical name. */
  private final Map<String, DwcaTaxon> taxa = new LinkedHashMap<>();

  /** What the last way had above its species: they come in the order of these cells. */
  private final String[] lastNames = new String[HIGHER.size()];

  private final String[] lastKeys = new String[HIGHER.size()];
  private String lastKingdom = "";

  private final DwcaTaxon[] lastTaxa = new DwcaTaxon[HIGHER.size()];

  /** The only kingdom of names of two words and more, empty where there are several. */
  private final Map<String, String> kingdoms = new HashMap<>();

  Collection<DwcaTaxon> taxa() {
    return taxa.values();
  }

  /** Keeps the taxa of a way, and returns the last. */
  DwcaTaxon put(String kingdom, DwcaPath path) {
    String known = kingdom.isEmpty() ? kingdomOf(path.lower()) : kingdom;
    DwcaTaxon above = higher(path, known);
    for (DwcaStep step : path.lower()) {
      above = below(above, known, step);
    }
    return above;
  }

  /** Returns the kingdom that all others have whose species is the same. */
  private String kingdomOf(List<DwcaStep> lower) {
    return lower.stream()
        .findFirst()
        .map(step -> kingdoms.getOrDefault(place("", step.rank(), step.name().canonical()), ""))
        .orElse("");
  }

  /** Returns the taxon that the species lies below. */
  private DwcaTaxon higher(DwcaPath path, String kingdom) {
    DwcaTaxon above = DwcaTaxon.NONE;
    boolean isSame = kingdom.equals(lastKingdom);
    lastKingdom = kingdom;
    for (int at = 0; at < HIGHER.size(); at++) {
      String rank = HIGHER.get(at);
      String name = path.higher(rank);
      String key = path.higherKey(rank);
      isSame = isSame && name.equals(lastNames[at]) && key.equals(lastKeys[at]);
      if (!isSame) {
        Set<String> keys = Checklist.GBIF.keyIn(key).map(Set::of).orElse(Set.of());
        lastNames[at] = name;
        lastKeys[at] = key;
        lastTaxa[at] = below(above, kingdom, new DwcaStep(rank, DwcaName.of(name), "", keys));
      }
      above = lastTaxa[at];
    }
    return above;
  }

  private DwcaTaxon below(DwcaTaxon above, String kingdom, DwcaStep step) {
    String name = step.name().text();
    if (name.isEmpty()) {
      return above;
    }
    String canonical = step.name().canonical();
    boolean isAbove =
        canonical.equals(above.canonical())
            && (step.rank().isEmpty() || step.rank().equals(above.rank()));
    DwcaTaxon found =
        isAbove
            ? above.named(name, step.key(), step.keys())
            : new DwcaTaxon(
                0,
                step.key(),
                name,
                canonical,
                step.rank(),
                above.ancestryBelow(),
                above.classificationBelow(),
                step.keys());
    String place = place(kingdom, found.rank(), canonical);
    DwcaTaxon known = taxa.get(place);
    if (known == null) {
      learn(kingdom, found);
      DwcaTaxon first = found.numbered(numbers.of(place));
      taxa.put(place, first);
      return first;
    }
    // A species that is held for a synonym of what is below it stays where it is.
    boolean isItself = above.ancestry().contains(Long.toString(known.id()));
    DwcaTaxon both = known.with(isItself ? known.named(name, step.key(), step.keys()) : found);
    taxa.put(place, both);
    return both;
  }

  private void learn(String kingdom, DwcaTaxon taxon) {
    if (!kingdom.isEmpty() && taxon.canonical().contains(" ")) {
      kingdoms.merge(
          place("", taxon.rank(), taxon.canonical()),
          kingdom,
          (one, other) -> one.equals(other) ? one : "");
    }
  }

  private static String place(String kingdom, String rank, String canonical) {
    return kingdom + "|" + rank + "|" + canonical;
  }
}
