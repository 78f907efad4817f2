package photocat.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scientific name without what differs from list to list: authorship, rank words, the way a
 * hybrid sign is written, accents, case.
 *
 * @param text lower case, single spaces: {@code quercus robur}, {@code fagus sylvatica orientalis},
 *     {@code salix × fragilis}, {@code × agropogon littoralis}
 * @param rank the rank that the name spells out below the species: {@code subspecies}, {@code
 *     variety}, {@code form} or {@code infrahybrid}; empty where it has no rank word
 */
public record CanonicalName(String text, Optional<String> rank) {
  private static final Pattern BELOW_SPECIES =
      Pattern.compile("((?:× )?[^× ]+ (?:× )?[^× ]+) [^× ]+");

  /**
   * Reads a name as a person wrote it. Empty when anything in it is not understood, or says that it
   * is not that taxon (cf., aff., sp., auct., sensu, agg.): no match is better than a wrong one.
   */
  public static Optional<CanonicalName> of(String name) {
    return new NameParser(name).parse();
  }

  /** Returns how many words it has, hybrid signs not counted: two for a species. */
  public int words() {
    return text.replace("× ", "").split(" ").length;
  }

  /**
   * Returns the species that a name below the species is of, with a capital: {@code Fagus
   * sylvatica}. Empty for other names and for formulas of hybrids.
   */
  public Optional<String> species() {
    Matcher below = BELOW_SPECIES.matcher(text);
    if (!below.matches()) {
      return Optional.empty();
    }
    String species = below.group(1);
    int genus = species.startsWith("× ") ? 2 : 0;
    return Optional.of(
        species.substring(0, genus)
            + species.substring(genus, genus + 1).toUpperCase(Locale.ROOT)
            + species.substring(genus + 1));
  }

  /** Returns the word of a name that says it is not, or not surely, that taxon; empty if none. */
  public static Optional<String> doubtIn(String name) {
    return new NameParser(name).doubt();
  }
}
