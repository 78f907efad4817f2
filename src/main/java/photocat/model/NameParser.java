package photocat.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one scientific name word by word: genus, subgenus in brackets, epithets, rank words and
 * hybrid signs are kept or known, and all else must look like authorship. Used once.
 */
final class NameParser {
  private static final String HYBRID = "×";

  /** Those of hybrids with all authors have 200; a longer text is none, and takes long to read. */
  private static final int LONGEST = 500;

  private static final Map<String, String> RANKS =
      Map.ofEntries(
          Map.entry("subsp.", "subspecies"),
          Map.entry("subsp", "subspecies"),
          Map.entry("ssp.", "subspecies"),
          Map.entry("ssp", "subspecies"),
          Map.entry("var.", "variety"),
          Map.entry("var", "variety"),
          Map.entry("f.", "form"),
          Map.entry("fo.", "form"),
          Map.entry("fo", "form"),
          Map.entry("fm", "form"),
          Map.entry("fm.", "form"),
          Map.entry("forma", "form"),
          Map.entry("form.", "form"),
          Map.entry("nothosubsp.", "infrahybrid"),
          Map.entry("nothovar.", "infrahybrid"),
          Map.entry("nothof.", "infrahybrid"));

  /** Words between the names of authors; never read as epithets. */
  private static final Set<String> PARTICLES =
      Set.of(
          "&", "and", "et", "ex", "ex.", "in", "al", "al.", "apud", "f.", "fil.", "jr.", "y", "e",
          "a", "af", "bis", "d", "d.", "da", "das", "de", "degli", "del", "della", "den", "der",
          "des", "di", "do", "dos", "du", "el", "emend", "emend.", "la", "le", "los", "st.", "te",
          "ten", "ter", "und", "v", "v.", "v.d.", "van", "vander", "ver", "vom", "von", "zu", "zum",
          "zur", "'t", "in't");

  /** Words that say that the name is not, or not surely, the taxon that bears it. */
  private static final Set<String> DOUBTS =
      Set.of(
          "cf", "aff", "nr", "sp", "spp", "spec", "agg", "coll", "auct", "auctt", "hort", "sensu",
          "sec", "non", "nec", "not", "vide", "s.l", "s.lat", "s.s", "s.str", "p.p", "nom", "nomen",
          "ined", "indet", "group", "complex", "hybrid", "cv");

  private static final int LONGEST_DOUBT = 7;

  /** Says that the name stands, unlike other words about nomenclature. */
  private static final Pattern CONSERVED =
      Pattern.compile("(?i),? \\(?(nom\\. ?cons\\.( ?prop\\.)?|nomen conservandum)\\)? ?$");

  /** The parents of a hybrid that has a name of its own. */
  private static final Pattern PARENTS =
      Pattern.compile("^(\\S* ?[×xX] .*?) (\\(|\\[|= )[^()\\[\\]=]* [×xX] [^()\\[\\]=]*[)\\]]? ?$");

  private static final Pattern OPENING = Pattern.compile("\\s*\\(\\s*");
  private static final Pattern CLOSING = Pattern.compile("\\s*\\)");
  private static final Pattern CLOSE_RANK =
      Pattern.compile("(?i)(?<=\\s)(subsp|ssp|var|nothosubsp|nothovar)\\.(?=\\S)");
  private static final Pattern CLOSE_YEAR = Pattern.compile("(?<=[,.])(?=\\d{4}(?!\\d))");
  private static final Pattern BRACKETS = Pattern.compile("^[\\[(]+|[\\]),]+$");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}']+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern GENUS = Pattern.compile("\\p{L}[\\p{Ll}\\p{Lu}]*\\p{L}(-\\p{L}+)*");
  private static final Pattern EPITHET = Pattern.compile("(\\d{1,2}-)?\\p{Ll}+(['-]\\p{Ll}+)*");
  private static final Pattern CAPITAL_EPITHET = Pattern.compile("\\p{Lu}\\p{L}{2,}(-\\p{L}+)*");
  private static final Pattern FOLLOWS_AUTHOR =
      Pattern.compile("[\\[(\"]*\\d{4}.*|&|et|and|ex|in|:|emend\\.?");
  private static final Pattern SUBGENUS = Pattern.compile("\\(\\p{Lu}\\p{Ll}+\\)");
  private static final Pattern AUTHOR =
      Pattern.compile(
          "[\\[(]*(\\p{Ll}{1,2}')?\\p{Lu}[^\\d\"?;:]*"
              + "|[\\[(\"]*\\d{4}([-/]\\d{2,4}|[a-z])?[\\])\"]*[,.]?|[:,&)]+");

  private final List<String> words;
  private final List<String> kept = new ArrayList<>();
  private int position;
  private Optional<String> rank = Optional.empty();

  NameParser(String name) {
    words = name.length() > LONGEST ? List.of("") : List.of(plain(name).split(" "));
  }

  private static String plain(String name) {
    if (TidyName.is(name)) {
      return name;
    }
    String text =
        LookAlikes.fold(name)
            .replace('_', ' ')
            .replace('†', ' ')
            .replace(HYBRID, " × ")
            .replace(":", " : ");
    text = OPENING.matcher(text).replaceAll(" (");
    text = CLOSING.matcher(text).replaceAll(") ");
    text = CLOSE_RANK.matcher(text).replaceAll("$1. ");
    text = CLOSE_YEAR.matcher(text).replaceAll(" ");
    text = SPACES.matcher(text).replaceAll(" ");
    text = CONSERVED.matcher(text).replaceAll("");
    return PARENTS.matcher(text).replaceAll("$1").strip();
  }

  /** Returns the name, empty where a word is not understood. */
  Optional<CanonicalName> parse() {
    if (doubt().isPresent() || !readGenus()) {
      return Optional.empty();
    }
    boolean understood = isAtEpithetOrSign() ? readSpecies() : isPlainAuthorship();
    if (!understood) {
      return Optional.empty();
    }
    return Optional.of(new CanonicalName(fold(String.join(" ", kept)), rank));
  }

  /** Returns the first word that says that the name is not, or not surely, its taxon. */
  Optional<String> doubt() {
    return words.stream().filter(NameParser::isDoubt).findFirst();
  }

  /** In brackets or not, with or without a dot or comma. */
  private static boolean isDoubt(String word) {
    int first = word.startsWith("(") ? 1 : 0;
    int end = word.length() - (word.endsWith(")") ? 1 : 0);
    if (end > first && (word.charAt(end - 1) == '.' || word.charAt(end - 1) == ',')) {
      end--;
    }
    return end > first
        && end - first <= LONGEST_DOUBT
        && DOUBTS.contains(word.substring(first, end).toLowerCase(Locale.ROOT));
  }

  private boolean readGenus() {
    if (isSign()) {
      keepSign();
    }
    if (position == words.size() || !isGenus(word())) {
      return false;
    }
    keep();
    if (position + 1 < words.size()
        && SUBGENUS.matcher(word()).matches()
        && (isEpithet(words.get(position + 1)) || isSign(words.get(position + 1)))) {
      position++;
    }
    return true;
  }

  private static boolean isGenus(String word) {
    return (word.length() > 1 && TidyName.isLetters(word)) || GENUS.matcher(word).matches();
  }

  private boolean isAtEpithetOrSign() {
    return position < words.size() && (isSign() || isEpithet(word()) || isCapitalEpithet());
  }

  /**
   * The second word of a name all in capitals, or with a capital at each word. An author looks like
   * that too; where the next word does not tell, the name is two words, and fits no genus.
   */
  private boolean isCapitalEpithet() {
    return position == 1
        && CAPITAL_EPITHET.matcher(word()).matches()
        && (position + 1 == words.size() || !FOLLOWS_AUTHOR.matcher(words.get(2)).matches());
  }

  private static boolean isCapital(String word) {
    return CAPITAL_EPITHET.matcher(word).matches() && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** A genus or higher taxon: only authors may follow, and none that could be a subgenus. */
  private boolean isPlainAuthorship() {
    return position == words.size()
        || (Character.isUpperCase(word().codePointAt(0)) && isAuthorship(words.size()));
  }

  private boolean readSpecies() {
    if (isSign()) {
      keepSign();
    }
    if (position == words.size() || !(isEpithet(word()) || isCapitalEpithet())) {
      return false;
    }
    keep();
    if (position < words.size() && isEpithet(word())) {
      keep();
    }
    for (int next = nextRankWord(); next >= 0; next = nextRankWord()) {
      if (!isAuthorship(next)) {
        return false;
      }
      readBelowSpecies(next);
    }
    int formula = nextSign();
    if (formula >= 0) {
      return isAuthorship(formula) && readSecondParent(formula);
    }
    return isAuthorship(words.size());
  }

  /** The name below the species is its rank and last epithet; ranks between do not belong to it. */
  private void readBelowSpecies(int at) {
    rank = Optional.ofNullable(RANKS.get(words.get(at).toLowerCase(Locale.ROOT)));
    int fixed = kept.contains(HYBRID) ? 3 : 2;
    kept.subList(Math.min(fixed, kept.size()), kept.size()).clear();
    position = at + 1;
    keep();
  }

  /** Reads {@code Salix aurita × S. caprea}, {@code × Salix caprea} and {@code × caprea} alike. */
  private boolean readSecondParent(int at) {
    String genus = kept.get(0);
    if (kept.size() != 2 || rank.isPresent()) {
      return false;
    }
    position = at;
    keepSign();
    if (position < words.size()
        && (word().equals(genus) || word().equals(genus.substring(0, 1) + "."))) {
      position++;
    }
    if (position == words.size() || !isEpithet(word())) {
      return false;
    }
    keep();
    return isAuthorship(words.size());
  }

  /** The "f." of a son (Hook. f.) is no rank word: no epithet follows it. */
  private int nextRankWord() {
    for (int i = position; i + 1 < words.size(); i++) {
      String next = words.get(i + 1);
      boolean isName = isEpithet(next) || (isCapital(words.get(0)) && isCapital(next));
      if (isName && RANKS.containsKey(words.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private int nextSign() {
    for (int i = position; i < words.size(); i++) {
      if (isSign(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAuthorship(int end) {
    for (String word : words.subList(position, end)) {
      boolean isAuthor =
          TidyName.isAuthor(word)
              || PARTICLES.contains(BRACKETS.matcher(word).replaceAll(""))
              || AUTHOR.matcher(word).matches();
      if (!isAuthor) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEpithet(String word) {
    return word.length() > 1
        && (TidyName.isSmallLetters(word) || EPITHET.matcher(word).matches())
        && !PARTICLES.contains(word)
        && !RANKS.containsKey(word);
  }

  private boolean isSign() {
    return isSign(word());
  }

  private static boolean isSign(String word) {
    return word.equals(HYBRID) || word.equals("x") || word.equals("X");
  }

  private String word() {
    return words.get(position);
  }

  private void keep() {
    kept.add(words.get(position++));
  }

  private void keepSign() {
    kept.add(HYBRID);
    position++;
  }

  private static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (TidyName.isAscii(lower)) {
      return lower.replace("'", "");
    }
    String letters = Normalizer.normalize(lower, Normalizer.Form.NFD);
    return MARKS
        .matcher(letters)
        .replaceAll("")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ß", "ss");
  }
}
