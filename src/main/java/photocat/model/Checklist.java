package photocat.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The public checklists whose keys of taxa are known. A key is compared in one form, such as {@code
 * gbif:5231190}, {@code col:4CFXV}, {@code wfo:wfo-0000292858}, {@code ipni:30000-2} or {@code
 * inat:48484}, whether a list has it bare, with a prefix, as an LSID or as the address of a page.
 */
public enum Checklist {
  /** GBIF's backbone. Where GBIF goes by the Catalogue of Life, its keys are that's. */
  GBIF(
      "gbif",
      "\\d{1,12}",
      "(?:gbif:|(?:[a-z-]+\\.)?gbif\\.org/(?:v\\d/)?(?:[a-z]{2}/)?species/)(\\d{1,12})",
      "taxonkey acceptedtaxonkey usagekey acceptedusagekey specieskey nubkey"),
  /** The Catalogue of Life, base or extended release. */
  COL(
      "col catalogueoflife catalogoflife",
      "[A-Z\\d]{1,10}",
      "(?:col:|(?:[a-z-]+\\.)?(?:catalogueoflife\\.org/data/(?:taxon|species)/"
          + "|checklistbank\\.org/dataset/3LX?RC?/(?:taxon|nameusage)/"
          + "|gbif\\.org/(?:v\\d/)?(?:[a-z]{2}/)?species/(?!search)))([A-Z\\d]{1,10})",
      ""),
  /** World Flora Online; a plant list of a certain year adds that to its keys. */
  WFO(
      "wfo worldfloraonline worldflora",
      "\\d{10}",
      "(?:wfo:|[^ ]*/)?(wfo-\\d{10})(?:-\\d{4}-\\d{2})?",
      ""),
  /** The International Plant Names Index, whose keys Plants of the World Online has too. */
  IPNI(
      "ipni powo",
      "\\d{1,9}-\\d",
      "(?:ipni:|(?:[^ ]*/)?urn:lsid:ipni\\.org:names:|(?:[a-z-]+\\.)?ipni\\.org/n/"
          + "|(?:[a-z-]+\\.)?ipni\\.org/[^ ]*[?&]id=)(\\d{1,9}-\\d)(?::[\\d.]+)?",
      ""),
  /** iNaturalist and the sites of its network. */
  INAT(
      "inat inaturalist",
      "\\d{1,12}",
      "(?:inat:|inaturalist:|(?:[a-z-]+\\.)?inaturalist\\.[a-z.]{2,12}/(?:v\\d/)?taxa/)(\\d{1,12})",
      "");

  /** What follows the name of a checklist in the name of a column, the best first. */
  private static final List<String> ENDINGS =
      List.of(
          "taxonkey",
          "taxonid",
          "acceptedtaxonkey",
          "acceptedkey",
          "usagekey",
          "specieskey",
          "speciesid",
          "key",
          "nameid",
          "number",
          "lsid",
          "taxonurl",
          "url",
          "uri",
          "link",
          "id");

  /** The Catalogue of Life makes its keys of these, so that no word comes of them. */
  private static final Pattern COL_IN_GBIF = Pattern.compile("[2-9B-DF-HJ-NP-TV-Z]{1,7}");

  /** In a table of occurrences GBIF's own number is that of the occurrence. */
  private static final Set<String> OF_OCCURRENCES = Set.of("occurrenceid", "datasetkey");

  private static final String OF_AN_OCCURRENCE = "gbifid";
  private static final String ANYBODYS = "taxonkey";

  /** What has no sign says of no checklist; most cells are such keys. */
  private static final Pattern BARE = Pattern.compile("[0-9A-Za-z]*");

  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");
  private static final String BEHIND = "(?:[-./?#][^ ]*)?";
  private static final int LONGEST = 500;

  private final String names;
  private final Pattern bare;
  private final Pattern telling;
  private final String words;

  Checklist(String names, String bare, String telling, String words) {
    this.names = names;
    this.bare = Pattern.compile(bare);
    this.telling =
        Pattern.compile(
            "(?:https?://)?(?:www\\.)?" + "(?i:" + telling + ")" + BEHIND, Pattern.UNICODE_CASE);
    this.words = words;
  }

  /** Returns the word that stands for it in keys and options: {@code gbif}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the one of that word. */
  public static Optional<Checklist> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * Returns what columns with its keys are called, in small letters without signs, the best first.
   */
  public List<String> words() {
    List<String> called = List.of(names.split(" "));
    return Stream.of(
            called.stream().flatMap(name -> ENDINGS.stream().map(name::concat)),
            Stream.of(words.split(" ")).filter(word -> !word.isEmpty()),
            // A column called col may be anything.
            called.stream().filter(name -> this != COL || name.length() > word().length()))
        .flatMap(some -> some)
        .toList();
  }

  /**
   * Returns the best column for its keys, which may be bare there, by its place in {@code headers}.
   * {@code taxonKey} is GBIF's word; {@code taxon_key} may be anybody's, and is in what photocat
   * exports.
   */
  public Optional<Integer> columnIn(List<String> headers) {
    List<String> plain = headers.stream().map(Checklist::letters).toList();
    boolean areOccurrences = plain.stream().anyMatch(OF_OCCURRENCES::contains);
    return words().stream()
        .filter(word -> !areOccurrences || !word.equals(OF_AN_OCCURRENCE))
        .map(plain::indexOf)
        .filter(at -> at >= 0)
        .filter(
            at ->
                !plain.get(at).equals(ANYBODYS)
                    || headers.get(at).strip().length() == ANYBODYS.length())
        .findFirst();
  }

  private static String letters(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /**
   * Returns the key in a cell that says by itself of which checklist it is, in the form in which
   * keys are compared; empty where it says none.
   */
  public static Optional<String> keyOf(String cell) {
    String text = cell.strip();
    return text.length() > LONGEST || BARE.matcher(text).matches()
        ? Optional.empty()
        : Arrays.stream(values()).flatMap(one -> one.told(text).stream()).findFirst();
  }

  /**
   * Returns the key in a cell of a column with keys of this checklist, which may be bare; empty
   * where it is none.
   */
  public Optional<String> keyIn(String cell) {
    Optional<String> told = TidyName.isDigits(cell) ? Optional.empty() : keyOf(cell);
    if (told.isPresent()) {
      return told;
    }
    Optional<String> key = TaxonKey.of(cell);
    Optional<String> own =
        key.filter(text -> bare.matcher(text).matches()).map(text -> word() + ":" + plain(text));
    return own.isPresent() || this != GBIF
        ? own
        : key.filter(text -> COL_IN_GBIF.matcher(text).matches())
            .map(COL.word().concat(":")::concat);
  }

  private Optional<String> told(String text) {
    Matcher found = telling.matcher(text);
    return found.matches() ? Optional.of(word() + ":" + plain(found.group(1))) : Optional.empty();
  }

  /** Returns a key as its checklist writes it. */
  private String plain(String key) {
    return switch (this) {
      case GBIF, INAT -> key.startsWith("0") ? ZEROS.matcher(key).replaceFirst("") : key;
      case COL -> key.toUpperCase(Locale.ROOT);
      case WFO -> key.length() == 10 ? "wfo-" + key : key.toLowerCase(Locale.ROOT);
      case IPNI -> key;
    };
  }
}
