package photocat.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Letters and signs that look like others, and characters that nobody sees: what lists have from
 * PDFs, word processors and keyboards of other scripts.
 */
final class LookAlikes {
  private static final String CYRILLIC_AND_GREEK =
      "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅԚԜαορνυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String LATIN = "aeopcyxijsdhqwABEKMHOPCTYXIJSQWaopvuikABEZHIKMNOPTYX";

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]|[\ufe00-\ufe0f\u034f\u115f\u1160\u3164]");
  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ`´′]");
  private static final Pattern LATIN_LETTER = Pattern.compile("\\p{IsLatin}");

  private LookAlikes() {}

  /** Returns {@code text} composed, with the signs and Latin letters that it shows. */
  static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    seen = DASHES.matcher(seen).replaceAll("-");
    seen = APOSTROPHES.matcher(seen).replaceAll("'");
    return LATIN_LETTER.matcher(seen).find() ? latin(seen) : seen;
  }

  /** Tells whether every step leaves it as it is, as most names. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here < ' ' || here > '~' || here == '`') {
        return false;
      }
    }
    return true;
  }

  private static String latin(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = CYRILLIC_AND_GREEK.indexOf(text.charAt(i));
      folded.append(at < 0 ? text.charAt(i) : LATIN.charAt(at));
    }
    return folded.toString();
  }
}
