package photocat.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Folder names for taxa: {@code Apis mellifera} becomes {@code apis_mellifera}. A slug holds {@code
 * a-z 0-9 _ - .} only, starts and ends with a letter or digit, has 1 to {@value #MOST_BYTES} bytes
 * and is no reserved name of Windows, so that every file system takes it.
 */
public final class Slug {
  /** Leaves room for a photo's name within the 255 bytes that file systems allow a name. */
  private static final int MOST_BYTES = 80;

  /** What follows makes no difference but to the time that it takes. */
  private static final int MOST_LOOKED_AT = 1_000;

  private static final int HASH_DIGITS = 8;

  /** Letters that Unicode does not take apart into a base letter and marks. */
  private static final Map<String, String> LETTERS =
      Map.of("×", "x", "æ", "ae", "œ", "oe", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

  private static final Pattern ASCII = Pattern.compile("[A-Za-z0-9 _.-]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}_]+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_.-]+");
  private static final Pattern EDGES = Pattern.compile("^[_.-]+|[_.-]+$");
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)([.].*)?");

  private Slug() {}

  /**
   * Returns a slug for a taxon. Where the plain one is taken, or the name has no letter to make one
   * of, a hash of {@code key} is added: the same key gives the same hash always.
   *
   * @param name the taxon's name; may hold anything
   * @param key the taxon's key, which no other taxon has
   * @param taken tells whether another taxon has a slug
   */
  public static String of(String name, String key, Predicate<String> taken) {
    String plain = plain(name);
    if (!plain.isEmpty() && !taken.test(plain)) {
      return plain;
    }
    String hash = hash(key);
    for (int digits = HASH_DIGITS; digits <= hash.length(); digits += HASH_DIGITS) {
      String suffix = "_" + hash.substring(0, digits);
      String slug = cut(plain.isEmpty() ? "taxon" : plain, MOST_BYTES - suffix.length()) + suffix;
      if (!taken.test(slug)) {
        return slug;
      }
    }
    throw new IllegalStateException("no slug is left for " + key);
  }

  private static String plain(String whole) {
    String name = whole.strip();
    name = name.substring(0, Math.min(name.length(), MOST_LOOKED_AT));
    String folded = ASCII.matcher(name).matches() ? ofAscii(name) : folded(name);
    String slug = cut(EDGES.matcher(folded).replaceAll(""), MOST_BYTES);
    return RESERVED.matcher(slug).matches() ? "taxon_" + slug : slug;
  }

  /** The same as {@link #folded}, which takes ten times as long. */
  private static String ofAscii(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean isSpace = letter == ' ' || letter == '_';
      if (!isSpace) {
        slug.append(letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter);
      } else if (slug.isEmpty() || slug.charAt(slug.length() - 1) != '_') {
        slug.append('_');
      }
    }
    return slug.toString();
  }

  private static String folded(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    folded = MARKS.matcher(folded).replaceAll("");
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      folded = folded.replace(letter.getKey(), letter.getValue());
    }
    folded = SPACES.matcher(folded).replaceAll("_");
    return OTHERS.matcher(folded).replaceAll("-");
  }

  /** Every character is one byte here. */
  private static String cut(String slug, int mostBytes) {
    return slug.length() <= mostBytes
        ? slug
        : EDGES.matcher(slug.substring(0, mostBytes)).replaceAll("");
  }

  private static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
