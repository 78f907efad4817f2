package photocat.source.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.model.OneLine;
import photocat.model.TaxonKey;

/**
 * The columns that a name is made of. Where a genus stands beside, a cell that holds an epithet is
 * joined to it; one that holds a whole name is left as it is.
 *
 * @param name the column with the name, or with the epithet of the species
 * @param genus the column with the genus; empty where nothing is joined
 * @param isEpithet whether {@code name} never holds a whole name
 * @param rankOfBelow the column with the rank of what follows the species; empty where the rank of
 *     the row says it
 * @param below columns with what follows the species, the lowest rank first
 */
record NameParts(
    int name,
    Optional<Integer> genus,
    boolean isEpithet,
    Optional<Integer> rankOfBelow,
    List<Below> below) {
  private static final String RANKS = "(subsp|ssp|var|f|fo|forma|nothosubsp|nothovar)";

  /** An epithet as it follows a genus, perhaps with a hybrid sign before and more after it. */
  private static final Pattern LONE_EPITHET =
      Pattern.compile(
          "([×xX] ?)?\\p{Ll}[\\p{Ll}'’.-]*"
              + "( ([(\\[]?\\p{Lu}|"
              + RANKS
              + "\\b\\.? ?\\p{Ll}).*)?");

  /** A genus and what follows it. */
  private static final Pattern WHOLE_NAME =
      Pattern.compile("([×xX] ?)?\\p{Lu}[\\p{L}.'’-]* ([×xX] ?)?[(\\p{Ll}].*");

  private static final Pattern EPITHET_BELOW =
      Pattern.compile("(" + RANKS + "\\.? ?)?\\p{Ll}[\\p{Ll}'’-]+");

  private static final Pattern RANK_WORD = Pattern.compile(RANKS + "(\\.| ).*");

  private static final Pattern TWO_WORDS = Pattern.compile("[×xX]? ?\\S+ ([×xX] ?)?\\S+");

  /**
   * A column with an epithet below the species.
   *
   * @param at the column
   * @param rankWord what stands before the epithet; empty to go by the rank of the row
   */
  record Below(int at, String rankWord) {}

  /** A column that holds whole names. */
  static NameParts whole(int name) {
    return new NameParts(name, Optional.empty(), false, Optional.empty(), List.of());
  }

  /** Returns the columns that belong to the one at {@code name}, as far as it may need others. */
  static NameParts around(int name, List<String> headers) {
    String word = HeaderWords.plain(headers.get(name));
    boolean isEpithet = HeaderWords.EPITHETS.contains(word);
    if (!isEpithet
        && !HeaderWords.SPECIES.contains(word)
        && !HeaderWords.BINOMIALS.contains(word)) {
      return whole(name);
    }
    Optional<Integer> genus = HeaderWords.any(headers, List.of(HeaderWords.GENUS));
    List<Below> below = new ArrayList<>();
    HeaderWords.any(headers, HeaderWords.FORMS).ifPresent(at -> below.add(new Below(at, "f.")));
    HeaderWords.any(headers, HeaderWords.VARIETIES)
        .ifPresent(at -> below.add(new Below(at, "var.")));
    HeaderWords.any(headers, HeaderWords.SUBSPECIES)
        .ifPresent(at -> below.add(new Below(at, "subsp.")));
    HeaderWords.any(headers, HeaderWords.INFRASPECIFIC)
        .ifPresent(at -> below.add(new Below(at, "")));
    return new NameParts(
        name,
        genus,
        isEpithet && genus.isPresent(),
        HeaderWords.any(headers, HeaderWords.INFRASPECIFIC_RANKS),
        below);
  }

  /** Returns the name in a row of the rank {@code rankOfRow}, which may be empty. */
  String of(List<String> cells, String rankOfRow) {
    String whole = withGenus(cell(cells, name), genus.map(at -> value(cells, at)).orElse(""));
    String rankBelow = rankOfBelow.map(at -> value(cells, at)).orElse("");
    String rank = rankBelow.isEmpty() ? rankOfRow : rankBelow;
    for (Below part : below) {
      String epithet = value(cells, part.at());
      if (startsWith(epithet, whole.strip())) {
        return epithet;
      }
      if (EPITHET_BELOW.matcher(epithet).matches() && TWO_WORDS.matcher(whole.strip()).matches()) {
        String word = part.rankWord().isEmpty() ? rankWord(rank) : part.rankWord();
        boolean hasWord = word.isEmpty() || RANK_WORD.matcher(epithet).matches();
        return whole.strip() + " " + (hasWord ? epithet : word + " " + epithet);
      }
    }
    return whole;
  }

  /** An epithet whose genus nobody says names nothing. */
  private String withGenus(String name, String genus) {
    String epithet = name.strip();
    if (this.genus.isEmpty()) {
      return name;
    }
    if (genus.isEmpty()) {
      return isEpithet || LONE_EPITHET.matcher(epithet).matches() ? "" : name;
    }
    if (TaxonKey.of(epithet).isEmpty()) {
      return genus;
    }
    boolean isWhole =
        epithet.equalsIgnoreCase(genus)
            || startsWith(epithet, genus)
            || (!isEpithet && WHOLE_NAME.matcher(epithet).matches());
    return isWhole ? name : genus + " " + epithet;
  }

  private static boolean startsWith(String text, String words) {
    return !words.isEmpty()
        && text.toLowerCase(Locale.ROOT).startsWith(words.toLowerCase(Locale.ROOT) + " ");
  }

  private static String rankWord(String rank) {
    return switch (HeaderWords.plain(rank)) {
      case "subspecies", "subsp", "ssp" -> "subsp.";
      case "variety", "var", "varietas" -> "var.";
      case "form", "forma", "f", "fo", "fm" -> "f.";
      case "nothosubspecies", "nothosubsp", "nothossp" -> "nothosubsp.";
      case "nothovariety", "nothovarietas", "nothovar" -> "nothovar.";
      default -> "";
    };
  }

  /** Returns for example {@code genus + species}. */
  String told(List<String> headers) {
    Optional<Integer> rank = rankOfBelow.filter(at -> !below.isEmpty());
    return Stream.of(genus.stream(), Stream.of(name), rank.stream(), below.stream().map(Below::at))
        .flatMap(part -> part)
        .map(at -> OneLine.of(headers.get(at).strip()))
        .collect(Collectors.joining(" + "));
  }

  /** Returns a cell without outer spaces; nothing where it says that there is nothing. */
  private static String value(List<String> cells, int at) {
    String text = cell(cells, at).strip();
    return TaxonKey.of(text).isEmpty() ? "" : text;
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }
}
