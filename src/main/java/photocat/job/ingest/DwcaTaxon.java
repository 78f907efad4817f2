package photocat.job.ingest;

/**
 * A taxon that records of archives name.
 *
 * @param key of the archive, empty where it has none
 * @param rank in small letters, empty where nobody says
 * @param ancestry numbers of the higher taxa from the root, separated by {@code /}
 * @param classification their names, separated by {@code |}
 */
record DwcaTaxon(
    long id,
    String key,
    String name,
    String canonical,
    String rank,
    String ancestry,
    String classification) {
  /** What is above a kingdom. */
  static final DwcaTaxon NONE = new DwcaTaxon(0, "", "", "", "", "", "");

  String ancestryBelow() {
    return ancestry.isEmpty() ? (id == 0 ? "" : Long.toString(id)) : ancestry + "/" + id;
  }

  String classificationBelow() {
    return classification.isEmpty() ? name : classification + "|" + name;
  }

  DwcaTaxon withKey(String found) {
    return key.isEmpty() && !found.isEmpty()
        ? new DwcaTaxon(id, found, name, canonical, rank, ancestry, classification)
        : this;
  }

  /** Returns the same below {@code above}, if that says more of where it lies. */
  DwcaTaxon below(DwcaTaxon above) {
    return above.ancestryBelow().length() > ancestry.length()
        ? new DwcaTaxon(
            id, key, name, canonical, rank, above.ancestryBelow(), above.classificationBelow())
        : this;
  }
}
