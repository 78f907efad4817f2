package photocat.model;

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
          "#n/a",
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

  /** A number that went through a table whose column of numbers has gaps. */
  private static final Pattern WHOLE = Pattern.compile("(-?\\d+)\\.0*");

  private TaxonKey() {}

  /**
   * Returns the key in a cell without outer spaces, {@code 11.0} as {@code 11}; empty where the
   * cell is blank or says that there is none.
   */
  public static Optional<String> of(String cell) {
    String text = LookAlikes.fold(cell).strip();
    Matcher whole = WHOLE.matcher(text);
    String key = whole.matches() ? whole.group(1) : text;
    return PLACEHOLDERS.contains(key.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(key);
  }
}
