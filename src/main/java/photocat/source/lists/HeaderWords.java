package photocat.source.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import photocat.model.Checklist;

/**
 * What the columns of lists are usually called. Compared without regard to case, spaces and signs,
 * so that {@code Scientific name}, {@code scientific_name} and {@code scientificName} are one word.
 */
final class HeaderWords {
  static final Set<String> SPECIES = Set.of("species");
  static final Set<String> EPITHETS = Set.of("specificepithet", "speciesepithet", "epithet");
  static final Set<String> GENUS = Set.of("genus");

  /** Full names of two words, or more, whatever else the column holds. */
  static final Set<String> BINOMIALS =
      Set.of(
          "speciesname",
          "speciesnames",
          "latinname",
          "latinnames",
          "latin",
          "binomial",
          "binomials",
          "binomialname",
          "botanicalname",
          "zoologicalname",
          "genusspecies");

  static final List<Set<String>> KEYS =
      words("wfotaxonid", "taxonkey", "taxonid", "acceptedtaxonkey", "usagekey", "key", "id");
  static final List<Set<String>> RANKS = words("taxonrank", "rank");
  static final List<Set<String>> AUTHORSHIPS =
      words(
          "scientificnameauthorship",
          "wfoscientificnameauthorship",
          "authorship",
          "authority",
          "author",
          "authors");
  static final List<Set<String>> INFRASPECIFIC =
      words(
          "infraspecificepithet",
          "infraspecificname",
          "infraspecific",
          "infraspecies",
          "infraepithet");
  static final List<Set<String>> INFRASPECIFIC_RANKS =
      words(
          "infraspecificrank",
          "infraspecifictaxonrank",
          "infraspecificepithetrank",
          "infraspecificmarker",
          "infrarank");
  static final List<Set<String>> SUBSPECIES = words("subspecies", "subspeciesepithet", "ssp");
  static final List<Set<String>> VARIETIES = words("variety", "varietas", "varietyepithet");

  /** Not {@code form}, which is how a plant grows. */
  static final List<Set<String>> FORMS = words("forma", "formaepithet");

  private static final Set<String> BELOW_SPECIES =
      union(List.of(INFRASPECIFIC, INFRASPECIFIC_RANKS, SUBSPECIES, VARIETIES, FORMS));

  private static final Set<String> HIGHER_RANKS =
      Set.of("kingdom", "phylum", "division", "class", "order", "family", "subfamily", "tribe");

  /** Endings of a word or two, as in {@code beetles_species_names}. */
  private static final List<String> NAME_ENDINGS =
      List.of("speciesname", "speciesnames", "scientificname", "scientificnames", "latinname");

  private static final List<Set<String>> FULL_NAMES =
      List.of(
          Set.of("scientificname", "scientificnames"),
          Set.of("canonicalname"),
          Set.of("taxonname", "taxonnames"),
          BINOMIALS,
          SPECIES,
          Set.of("taxon"));

  /** Names that are not accepted ones. */
  static final List<Set<String>> ORIGINAL_ONLY =
      words(
          "wfooriginalname",
          "originalname",
          "verbatimname",
          "verbatimscientificname",
          "spelling",
          "synonym");

  /** Words that say little, after all others. */
  static final List<Set<String>> VAGUE_NAMES = List.of(Set.of("name", "names"));

  private static final Set<String> OF_NAMES =
      union(
          List.of(
              acceptedNames(),
              ORIGINAL_ONLY,
              VAGUE_NAMES,
              List.of(GENUS, EPITHETS, BELOW_SPECIES)));

  /** Of keys of checklists, by whatever checklist. */
  private static final Set<String> OF_CHECKLISTS =
      Arrays.stream(Checklist.values())
          .flatMap(checklist -> checklist.words().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Every word that lists of names have. */
  static final Set<String> ALL =
      union(List.of(List.of(OF_NAMES, HIGHER_RANKS, OF_CHECKLISTS), KEYS, RANKS, AUTHORSHIPS));

  private HeaderWords() {}

  /** Returns all of {@code words} as one set. */
  static Set<String> union(List<List<Set<String>>> words) {
    return words.stream()
        .flatMap(List::stream)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the words for accepted names, the best first. */
  static List<Set<String>> acceptedNames() {
    return joined(
        words("wfoscientificname", "scientificname", "acceptedname", "acceptedscientificname"),
        FULL_NAMES);
  }

  /** Returns the words for original names, the best first. */
  static List<Set<String>> originalNames() {
    return joined(ORIGINAL_ONLY, FULL_NAMES);
  }

  /** Returns words of which each is better than those after it. */
  static List<Set<String>> words(String... words) {
    return List.of(words).stream().map(Set::of).toList();
  }

  /** Returns how many of {@code headers} are among {@code words}. */
  static int count(List<String> headers, Set<String> words) {
    return (int) headers.stream().map(HeaderWords::plain).filter(words::contains).count();
  }

  /** Tells whether a column of names is called so. */
  static boolean isOfNames(String header) {
    return OF_NAMES.contains(plain(header));
  }

  /** Returns {@code header} as words are compared. */
  static String plain(String header) {
    StringBuilder plain = new StringBuilder(header.length());
    // Each header is looked at many times; a pattern takes ten times as long.
    header
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(HeaderWords::isOfWords)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isOfWords(int character) {
    int type = Character.getType(character);
    return Character.isLetterOrDigit(character)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /**
   * Returns the column that the best word knows.
   *
   * @param what it is looked for, for a message
   * @param option which names the column
   * @throws AmbiguousColumnsException when the best word knows several
   */
  static Optional<Integer> first(
      List<String> headers, List<Set<String>> words, String what, String option)
      throws AmbiguousColumnsException {
    List<String> plain = headers.stream().map(HeaderWords::plain).toList();
    for (Set<String> alike : words) {
      Optional<Integer> found = only(headers, at -> alike.contains(plain.get(at)), what, option);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the first column that the best word knows, which nothing much depends on. */
  static Optional<Integer> any(List<String> headers, List<Set<String>> words) {
    List<String> plain = headers.stream().map(HeaderWords::plain).toList();
    return words.stream()
        .flatMap(alike -> plain.stream().filter(alike::contains).limit(1))
        .findFirst()
        .map(plain::indexOf);
  }

  /** Returns the one column whose longer name ends as those of names do. */
  static Optional<Integer> ending(List<String> headers) throws AmbiguousColumnsException {
    return only(headers, at -> endsAsNamesDo(headers.get(at)), "the names", "--name");
  }

  /**
   * Returns the one column that ends in {@code species}, as in {@code gbif_species}. It may count
   * some, or be of a host: this is for lists that have no other word for names.
   */
  static Optional<Integer> endingInSpecies(List<String> headers) throws AmbiguousColumnsException {
    List<String> plain = headers.stream().map(HeaderWords::plain).toList();
    return only(
        headers,
        at -> plain.get(at).endsWith("species") && !BELOW_SPECIES.contains(plain.get(at)),
        "the names",
        "--name");
  }

  /** Returns the genus where the other columns say nothing of what is below it. */
  static Optional<Integer> genusOnly(List<String> headers) throws AmbiguousColumnsException {
    Set<String> harmless = new HashSet<>(HIGHER_RANKS);
    harmless.addAll(OF_CHECKLISTS);
    List.of(KEYS, RANKS, AUTHORSHIPS, List.of(GENUS))
        .forEach(words -> words.forEach(harmless::addAll));
    return headers.stream().map(HeaderWords::plain).allMatch(harmless::contains)
        ? only(headers, at -> GENUS.contains(plain(headers.get(at))), "the names", "--name")
        : Optional.empty();
  }

  private static boolean endsAsNamesDo(String header) {
    String plain = plain(header);
    return NAME_ENDINGS.stream().anyMatch(e -> plain.endsWith(e) && plain.length() > e.length());
  }

  private static Optional<Integer> only(
      List<String> headers, IntPredicate fits, String what, String option)
      throws AmbiguousColumnsException {
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < headers.size(); at++) {
      if (fits.test(at)) {
        found.add(at);
      }
    }
    if (found.size() > 1) {
      throw new AmbiguousColumnsException(
          found.stream().map(headers::get).toList(),
          what,
          "say which with %s COLUMN".formatted(option));
    }
    return found.stream().findFirst();
  }

  private static List<Set<String>> joined(List<Set<String>> first, List<Set<String>> then) {
    List<Set<String>> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
