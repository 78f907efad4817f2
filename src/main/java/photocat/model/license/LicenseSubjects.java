package photocat.model.license;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what a text speaks, sentence by sentence: one that frees data frees no photos, and one that
 * claims rights over the photos takes back what another has given.
 */
final class LicenseSubjects {
  /** What archives say in several cells is parted so. */
  private static final Pattern CELLS = Pattern.compile("\\|");

  private static final Pattern SENTENCES =
      Pattern.compile(
          "[;\\n\\r]|[,.](?=\\s|$)|\\b(?:but|while|whereas|however|aber|mais|pero|maar)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What may stand between two halves of a sentence that speak of two things, or of one. */
  private static final Pattern HALVES =
      Pattern.compile(
          "&|\\b(?:and|und|et|y|e|en|och|og)\\b|\\s[-/]\\s|[()\\[\\]]", Pattern.CASE_INSENSITIVE);

  /** In longer sentences no halves are looked for. */
  private static final int LONGEST = 500;

  /** In small letters, without accents, as all words here. */
  private static final String DATA_WORDS =
      "data|metadata|datasets?|daten|metadaten|datensatz|donnees|metadonnees|datos|metadatos|dados"
          + "|metadados|dati|metadati|gegevens|metagegevens";

  /** Other words count where they begin a sentence, or stand behind a for. */
  private static final Pattern DATA =
      Pattern.compile(
          "\\b(?:"
              + DATA_WORDS
              + ")\\b|(?:^\\W*(?:(?:specimen|occurrence|collection|taxon|all|the|our) )?"
              + "|\\bfor (?:the |all )?)(?:texts?|records?|descriptions?)\\b");

  private static final Set<String> SEVERAL_PHOTOS =
      Set.of(
          ("images photos photographs pictures media multimedia scans illustrations videos"
                  + " recordings sounds bilder fotos abbildungen aufnahmen fotografien"
                  + " photographies imagenes fotografias imagens immagini fotografie afbeeldingen")
              .split(" "));

  private static final Set<String> ONE_PHOTO =
      Set.of(
          ("image photo photograph picture photographer bild foto abbildung aufnahme imagen imagem"
                  + " immagine fotografia afbeelding video audio scan illustration")
              .split(" "));

  /** Whoever has them gives nothing away. */
  private static final Set<String> HELD =
      Set.of("rights right reserved owned owner owners belong belongs retain retained".split(" "));

  private static final Set<String> NOTICES =
      Set.of("copyright", "copyrighted", "©", "rights holder", "property of");

  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

  private final List<List<Sentence>> cells = new ArrayList<>();

  /** Reads {@code text}. */
  LicenseSubjects(String text) {
    for (String cell : CELLS.split(text, -1)) {
      List<Sentence> sentences = new ArrayList<>();
      for (String part : SENTENCES.split(cell, -1)) {
        halves(part).forEach(half -> sentences.add(Sentence.of(half)));
      }
      cells.add(sentences);
    }
  }

  /** Tells whether {@code code}, which the text names, is not that of the photos, or may not be. */
  boolean deny(LicenseCode code) {
    List<Sentence> naming = cells.stream().flatMap(List::stream).filter(Sentence::names).toList();
    boolean isOfDataOnly = !naming.isEmpty() && naming.stream().allMatch(Sentence::isOfDataOnly);
    return isOfDataOnly || cells.stream().anyMatch(sentences -> isClaimed(sentences, code));
  }

  /** Beside a licence that wants credit, a notice may be the credit, above all before it. */
  private static boolean isClaimed(List<Sentence> sentences, LicenseCode code) {
    boolean isFree = code == LicenseCode.CC0 || code == LicenseCode.PD;
    boolean wasNamed = false;
    for (Sentence sentence : sentences) {
      wasNamed |= sentence.names();
      boolean isException = isFree || (wasNamed && sentence.isOfSeveral());
      if (sentence.claimsPhotos() && (sentence.isHeld() || isException)) {
        return true;
      }
    }
    return false;
  }

  /** Parts {@code metadata CC0 and images © Kew}, but not {@code CC0 for data and images}. */
  private static List<String> halves(String sentence) {
    Matcher between = HALVES.matcher(sentence);
    while (sentence.length() < LONGEST && between.find()) {
      String first = sentence.substring(0, between.start());
      String second = sentence.substring(between.end());
      Sentence left = Sentence.of(first);
      Sentence right = Sentence.of(second);
      boolean isClaim =
          (left.names() && right.claimsPhotos()) || (right.names() && left.claimsPhotos());
      if (isClaim || (left.isOfDataOnly() && right.isOfPhotos() && beginsWithData(first))) {
        return List.of(first, second);
      }
    }
    return List.of(sentence);
  }

  private static boolean beginsWithData(String sentence) {
    Matcher data = DATA.matcher(folded(sentence));
    return data.find() && !Sentence.of(folded(sentence).substring(0, data.start())).names();
  }

  private static String folded(String text) {
    String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT);
  }

  /**
   * What one part of a text says.
   *
   * @param names whether it names a licence
   * @param isOfSeveral whether it speaks of more than one photo
   * @param hasNotice whether it says whose something is
   * @param isHeld whether it speaks of rights that somebody has
   */
  private record Sentence(
      boolean names,
      boolean isOfData,
      boolean isOfPhotos,
      boolean isOfSeveral,
      boolean hasNotice,
      boolean isHeld) {
    static Sentence of(String text) {
      List<Mention> mentions = new ArrayList<>();
      String plain = LicenseAddress.takeOut(text, mentions::add);
      LicenseNames.takeOut(plain, mentions::add);
      List<String> words =
          LicenseWords.of(plain).stream().map(meaning -> folded(meaning.text())).toList();
      boolean isOfSeveral = words.stream().anyMatch(SEVERAL_PHOTOS::contains);
      return new Sentence(
          mentions.stream().anyMatch(mention -> mention.code() != LicenseCode.UNKNOWN),
          DATA.matcher(folded(plain)).find(),
          isOfSeveral || words.stream().anyMatch(ONE_PHOTO::contains),
          isOfSeveral,
          words.stream().anyMatch(NOTICES::contains),
          words.stream().anyMatch(HELD::contains));
    }

    boolean claimsPhotos() {
      return isOfPhotos && !names && (hasNotice || isHeld);
    }

    boolean isOfDataOnly() {
      return names && isOfData && !isOfPhotos;
    }
  }
}
