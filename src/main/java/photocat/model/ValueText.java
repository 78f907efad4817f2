package photocat.model;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Values as text, the same in every mode and locale: times in ISO 8601, those with a zone in UTC;
 * decimals without exponent; bytes as hex digits; lists, structs and maps as JSON. The catalogue
 * hands over values of {@code java.lang}, {@code java.math}, {@code java.time} and {@code
 * java.util}.
 */
public final class ValueText {
  private static final double SMALLEST_PLAIN = 1e-6;
  private static final double LARGEST_PLAIN = 1e15;

  private ValueText() {}

  /** Returns {@code value} as text. */
  public static String of(Object value) {
    if (value instanceof Collection || value instanceof Map) {
      return JsonText.of(value);
    }
    if (value instanceof Double || value instanceof Float) {
      return floatingPoint((Number) value);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return timeOrOther(value);
  }

  private static String timeOrOther(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    if (value instanceof OffsetTime time) {
      return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
    }
    return String.valueOf(value);
  }

  /** DuckDB's own words for what is no number, so that it can read them again. */
  private static String floatingPoint(Number value) {
    double number = value.doubleValue();
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(number);
    if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
      return value.toString().toLowerCase(Locale.ROOT);
    }
    return new BigDecimal(value.toString()).toPlainString();
  }
}
