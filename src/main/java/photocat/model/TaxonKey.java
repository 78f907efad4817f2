package photocat.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of taxa as lists have them. */
public final class TaxonKey {
  /** What programs and people write where there is no key. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "",
          "-",
          "--",
          "–",
          "—",
          ".",
          "?",
          "0",
          "-1",
          "-9",
          "-99",
          "-999",
          "-9999",
          "n/a",
          "na",
          "<na>",
          "nan",
          "nil",
          "null",
          "none",
          "empty",
          "nd",
          "n.d.",
          "tbd",
          "unknown",
          "missing",
          "undefined",
          "not found",
          "no match",
          "nomatch",
          "unmatched",
          "inf",
          "-inf");

  /**
   * A number that went through a table whose column of numbers has gaps. Where {@code 1,000} may be
   * a thousand, it is left as it is.
   */
  private static final Pattern WHOLE =
      Pattern.compile("(-?\\d+)(?:\\.0*|(?<!^-?\\d{1,3}),000|,(?!000$)0+)");

  /**
   * What spreadsheets show where a formula has failed: {@code #N/A}, {@code #REF!}, {@code
   * #DIV/0!}, {@code #NAME?}, {@code Err:508}.
   */
  private static final Pattern ERROR =
      Pattern.compile("#(n/a|[a-z0-9_/ ]{2,20}[!?]|getting_data)|err:\\d{3}");

  /** A large number as spreadsheets and programs write it; codes such as {@code 12E3} are none. */
  private static final Pattern EXPONENT =
      Pattern.compile(
          "-?\\d(?:[.,](?<places>\\d{1,20}))?(?<written>[eE]\\+)(?<exponent>\\d{1,2})"
              + "|-?\\d[.,]\\d{1,20}[eE]\\d{1,2}");

  private TaxonKey() {}

  /**
   * Returns the key in a cell without outer spaces, {@code 11.0} and {@code 11,0} as {@code 11} and
   * {@code 1E+06} as {@code 1000000}; empty where the cell is blank, says that there is none, or
   * {@link #hasLostDigits}.
   */
  public static Optional<String> of(String cell) {
    if (TidyName.isDigits(cell)) {
      return PLACEHOLDERS.contains(cell) ? Optional.empty() : Optional.of(cell);
    }
    String text = LookAlikes.fold(cell).strip();
    if (isCut(text)) {
      return Optional.empty();
    }
    Matcher whole = WHOLE.matcher(text);
    String key = whole.matches() ? whole.group(1) : withoutExponent(text);
    String lower = key.toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.contains(lower) || ERROR.matcher(lower).matches()
        ? Optional.empty()
        : Optional.of(key);
  }

  private static String withoutExponent(String text) {
    if (!EXPONENT.matcher(text).matches()) {
      return text;
    }
    BigDecimal number = number(text);
    return number.scale() <= 0 ? number.toPlainString() : text;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
  }

  /**
   * Tells whether a cell holds a number of which only the first digits are left, as {@code
   * 1.34E+06} of 1341976. Programs that keep them all write so only where it is shorter ({@code
   * 1.2e+07}), with a small {@code e} or without the {@code +}.
   */
  public static boolean hasLostDigits(String cell) {
    return isCut(LookAlikes.fold(cell).strip());
  }

  private static boolean isCut(String text) {
    Matcher matcher = EXPONENT.matcher(text);
    if (!matcher.matches() || matcher.group("places") == null) {
      return false;
    }
    boolean isCut = matcher.group("places").length() < Integer.parseInt(matcher.group("exponent"));
    boolean isShort =
        matcher.group("written").equals("e+")
            && text.length() <= number(text).toPlainString().length();
    return isCut && !isShort;
  }
}
