package photocat.catalog;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of DuckDB's messages, which its driver hands to JNI: that knows no UTF-8 of four bytes, as
 * of 🐝 and 𠮷, and makes a character of each byte (duckdb_jdbc 2.0.0.1).
 */
final class DriverText {
  private static final Pattern FOUR_BYTES = Pattern.compile("[\u00f0-\u00f4][\u0080-\u00bf]{3}");

  private DriverText() {}

  /** Returns {@code text} with the characters that were meant. */
  static String meant(String text) {
    return FOUR_BYTES.matcher(text).replaceAll(DriverText::character);
  }

  private static String character(MatchResult found) {
    byte[] bytes = found.group().getBytes(StandardCharsets.ISO_8859_1);
    String character = new String(bytes, StandardCharsets.UTF_8);
    boolean isOne = character.codePointCount(0, character.length()) == 1;
    return Matcher.quoteReplacement(isOne ? character : found.group());
  }
}
