package photocat.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as settings write them: {@code 1024}, {@code 64MiB}, {@code 1GiB}. */
public final class ByteSize {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,18}) ?(KiB|MiB|GiB|TiB|)");
  private static final String UNITS = "KMGT";

  private ByteSize() {}

  /**
   * Returns the number of bytes.
   *
   * @throws IllegalArgumentException when {@code text} is no size
   */
  public static long parse(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no size: " + text);
    }
    String unit = matcher.group(2);
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit.charAt(0)) + 1;
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << (10 * power));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too large: " + text, e);
    }
  }

  /** Returns a text that {@link #parse} reads back, in the largest unit without a remainder. */
  public static String format(long sizeBytes) {
    long size = sizeBytes;
    int power = 0;
    while (size != 0 && size % 1024 == 0 && power < UNITS.length()) {
      size /= 1024;
      power++;
    }
    String unit = power == 0 ? "" : UNITS.charAt(power - 1) + "iB";
    return String.format(Locale.ROOT, "%d%s", size, unit);
  }
}
