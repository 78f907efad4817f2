package photocat.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes a second as people write them: {@code 50MB/s}, {@code 800 KB/s}, {@code 1.5MB}. */
public final class Speed {
  /** What a speed without bound is written as. */
  public static final String UNLIMITED = "unlimited";

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Pattern SPEED =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?) ?([KMG]?)B?(?:/S)?");
  private static final String UNITS = "KMG";

  private Speed() {}

  /**
   * Returns bytes a second, 0 for {@link #UNLIMITED}.
   *
   * @throws IllegalArgumentException when {@code text} is no speed
   */
  public static long parse(String text) {
    String word = text.strip();
    if (word.equals(UNLIMITED)) {
      return 0;
    }
    Matcher matcher = SPEED.matcher(word.toUpperCase(Locale.ROOT));
    if (matcher.matches()) {
      int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
      long bytes =
          new BigDecimal(matcher.group(1)).scaleByPowerOfTen(3 * power).min(MOST).longValue();
      if (bytes > 0) {
        return bytes;
      }
    }
    throw new IllegalArgumentException(
        "%s, must be bytes a second such as 50MB/s, or %s".formatted(text, UNLIMITED));
  }

  /** Returns a text that {@link #parse} reads back. */
  public static String format(long bytesPerSecond) {
    if (bytesPerSecond == 0) {
      return UNLIMITED;
    }
    long value = bytesPerSecond;
    int power = 0;
    while (value % 1000 == 0 && power < UNITS.length()) {
      value /= 1000;
      power++;
    }
    String unit = power == 0 ? "" : String.valueOf(UNITS.charAt(power - 1));
    return value + unit + "B/s";
  }
}
