package photocat.job.ingest;

import java.util.Locale;
import java.util.Optional;
import photocat.model.CanonicalName;

/**
 * A scientific name of a record, read once.
 *
 * @param text as the record has it, empty for none
 * @param read empty where it could not be read as a name
 */
record DwcaName(String text, Optional<CanonicalName> read) {
  static final String SPECIES = "species";

  static DwcaName of(String text) {
    return new DwcaName(text, text.isEmpty() ? Optional.empty() : CanonicalName.of(text));
  }

  /** Returns what names are compared by. */
  String canonical() {
    return read.map(CanonicalName::text).orElseGet(() -> text.toLowerCase(Locale.ROOT));
  }

  /** Returns the rank in small letters, that of the form of the name where the record is silent. */
  String rank(String given) {
    String rank = given.toLowerCase(Locale.ROOT);
    if (!rank.isEmpty() && !rank.equals("unranked")) {
      return rank;
    }
    if (read.isEmpty()) {
      return "";
    }
    CanonicalName name = read.get();
    String below = name.species().isPresent() ? "subspecies" : "";
    return name.words() == 2 ? SPECIES : name.rank().orElse(below);
  }

  /** Returns the first word of a name of several. */
  Optional<String> genus() {
    return read.filter(name -> name.words() > 1)
        .map(unused -> text.substring(0, text.indexOf(' ')));
  }

  /** Returns the species that a name below the species is of, empty for any other name. */
  DwcaName species() {
    return of(read.flatMap(CanonicalName::species).orElse(""));
  }

  /** Returns the species of a genus and an epithet, empty where they say that it is not known. */
  static DwcaName ofWords(String genus, String epithet) {
    String both = genus + " " + epithet;
    boolean tell = !genus.isEmpty() && !epithet.isEmpty() && CanonicalName.doubtIn(both).isEmpty();
    return of(tell ? both : "");
  }
}
