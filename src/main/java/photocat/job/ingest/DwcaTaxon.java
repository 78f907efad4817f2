package photocat.job.ingest;

import java.util.Set;
import java.util.TreeSet;

/**
 * A taxon that records of archives name.
 *
 * @param key of the archive, empty where it has none
 * @param rank in small letters, empty where nobody says
 * @param ancestry numbers of the higher taxa from the root, separated by {@code /}
 * @param classification their names, separated by {@code |}
 * @param checklistKeys keys in public checklists, such as {@code gbif:5231190}, in order
 */
record DwcaTaxon(
    long id,
    String key,
    String name,
    String canonical,
    String rank,
    String ancestry,
    String classification,
    Set<String> checklistKeys) {
  /** What is above a kingdom. */
  static final DwcaTaxon NONE = new DwcaTaxon(0, "", "", "", "", "", "", Set.of());

  String ancestryBelow() {
    return ancestry.isEmpty() ? (id == 0 ? "" : Long.toString(id)) : ancestry + "/" + id;
  }

  String classificationBelow() {
    return classification.isEmpty() ? name : classification + "|" + name;
  }

  DwcaTaxon numbered(long number) {
    return new DwcaTaxon(
        number, key, name, canonical, rank, ancestry, classification, checklistKeys);
  }

  /** The same as a record calls it that names it once more. */
  DwcaTaxon named(String otherName, String otherKey, Set<String> otherKeys) {
    return new DwcaTaxon(
        id,
        otherKey,
        otherName,
        canonical,
        rank,
        ancestry,
        classification,
        joined(checklistKeys, otherKeys));
  }

  /**
   * Returns what both say of the same taxon, whichever comes first: the first name and key in the
   * alphabet, the longer way up, and all keys of checklists.
   */
  DwcaTaxon with(DwcaTaxon other) {
    int longer = ancestry.length() - other.ancestry.length();
    boolean stays = longer > 0 || (longer == 0 && ancestry.compareTo(other.ancestry) <= 0);
    return new DwcaTaxon(
        id,
        first(key, other.key),
        first(name, other.name),
        canonical,
        rank,
        stays ? ancestry : other.ancestry,
        stays ? classification : other.classification,
        joined(checklistKeys, other.checklistKeys));
  }

  private static Set<String> joined(Set<String> some, Set<String> others) {
    if (some.containsAll(others)) {
      return some;
    }
    Set<String> both = new TreeSet<>(some);
    both.addAll(others);
    return both;
  }

  private static String first(String one, String other) {
    return one.isEmpty() || (!other.isEmpty() && other.compareTo(one) < 0) ? other : one;
  }
}
