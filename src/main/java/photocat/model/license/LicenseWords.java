package photocat.model.license;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without addresses as what its words mean, with the words that have a place of their own.
 */
final class LicenseWords {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:\\.\\d+)?|[\\p{IsHan}\\p{IsHiragana}]+|[\\p{L}&&[^\\p{IsHan}]]+|©");
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern GLUED = Pattern.compile("(cc)?(by)?((?:nc|sa|nd){0,2})");

  /** {@code BY-NC} is a code without its {@code CC}; {@code photo by NC Museum} is not. */
  private static final Pattern BARE_CODE =
      Pattern.compile(
          "(?<![\\p{L}\\d_-])(?=by(?:[-_](?:nc|sa|nd))+(?!\\p{L}))", Pattern.CASE_INSENSITIVE);

  /** As in {@code CC_BY_4_0}. */
  private static final Pattern UNDERSCORE_IN_VERSION = Pattern.compile("(?<=_\\d)_(?=\\d(?!\\d))");

  /** One meaning, and the words as they stand in the text. */
  record Meaning(LicenseToken token, String text) {}

  private LicenseWords() {}

  static List<Meaning> of(String text) {
    String plain = BARE_CODE.matcher(text).replaceAll("CC-");
    plain = UNDERSCORE_IN_VERSION.matcher(plain).replaceAll(".");
    plain = plain.replaceAll("\\([cC]\\)|&copy;?|&#169;", "©");
    plain = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      addWord(matcher.group(), words);
    }
    return meanings(words);
  }

  private static void addWord(String word, List<String> words) {
    Matcher glued = GLUED.matcher(word.toLowerCase(Locale.ROOT));
    boolean code = word.length() > 3 && glued.matches();
    if (!code) {
      words.add(word);
      return;
    }
    words.add("CC");
    if (glued.group(2) != null) {
      words.add("BY");
    }
    for (int at = 0; at < glued.group(3).length(); at += 2) {
      words.add(glued.group(3).substring(at, at + 2).toUpperCase(Locale.ROOT));
    }
  }

  private static List<Meaning> meanings(List<String> words) {
    List<Meaning> meanings = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Meaning found = new Meaning(ofOne(words.get(at)), words.get(at));
      int length = 1;
      for (int count = 2;
          count <= LicensePhrases.mostWords() && at + count <= words.size();
          count++) {
        String phrase = String.join(" ", words.subList(at, at + count));
        LicenseToken token = LicensePhrases.meaning(phrase.toLowerCase(Locale.ROOT));
        if (token != LicenseToken.WORD) {
          found = new Meaning(token, phrase);
          length = count;
        }
      }
      meanings.add(found);
      at += length;
    }
    return meanings;
  }

  private static LicenseToken ofOne(String word) {
    return Character.isDigit(word.charAt(0))
        ? LicenseToken.NUMBER
        : LicensePhrases.meaning(word.toLowerCase(Locale.ROOT));
  }
}
