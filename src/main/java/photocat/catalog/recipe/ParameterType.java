package photocat.catalog.recipe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the values of a recipe's parameter are, and how they are written. */
public enum ParameterType {
  TEXT("text", "a text"),
  INT("int", "a whole number"),
  LONG("long", "a whole number"),
  DOUBLE("double", "a number"),
  BOOL("bool", "true or false"),
  DATE("date", "a day such as 2026-01-31, today or today-30d"),
  TIMESTAMP("timestamp", "a time such as 2026-01-31T12:00:00Z, or a day"),
  TEXT_LIST("text[]", "texts separated by commas"),
  INT_LIST("int[]", "whole numbers separated by commas"),
  PATH("path", "a file or folder");

  private static final Pattern DAYS_AGO = Pattern.compile("today(?:-(\\d{1,6})d)?");

  private final String word;
  private final String expected;

  ParameterType(String word, String expected) {
    this.word = word;
    this.expected = expected;
  }

  /** Returns the type that {@code word} names, or empty. */
  static Optional<ParameterType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** Returns the word that recipe files use. */
  public String word() {
    return word;
  }

  /** Returns one phrase that says how values are written. */
  public String expected() {
    return expected;
  }

  /** Tells whether values can be compared with {@code min} and {@code max}. */
  boolean isNumeric() {
    return this == INT || this == LONG || this == DOUBLE;
  }

  /**
   * Returns the value that {@code text} writes, ready to be bound.
   *
   * @param today the day that {@code today} means
   * @throws IllegalArgumentException when {@code text} is no value of this type
   */
  Object read(String text, LocalDate today) {
    try {
      return switch (this) {
        case TEXT, PATH -> text;
        case INT -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case DOUBLE -> finite(Double.parseDouble(text));
        case BOOL -> truth(text);
        case DATE -> day(text, today);
        case TIMESTAMP -> moment(text, today);
        case TEXT_LIST -> list(text, Function.identity());
        case INT_LIST -> list(text, Integer::valueOf);
      };
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite");
    }
    return value;
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return text.equals("true");
  }

  private static LocalDate day(String text, LocalDate today) {
    Matcher daysAgo = DAYS_AGO.matcher(text);
    if (daysAgo.matches()) {
      String days = daysAgo.group(1);
      return days == null ? today : today.minusDays(Long.parseLong(days));
    }
    return LocalDate.parse(text);
  }

  /** A time without an offset is in UTC, as all times of the catalogue are. */
  private static Instant moment(String text, LocalDate today) {
    if (text.indexOf('T') < 0) {
      return day(text, today).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean hasOffset = text.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)");
    return hasOffset
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static <T> List<T> list(String text, Function<String, T> element) {
    if (text.isBlank()) {
      return List.of();
    }
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(element).toList();
  }
}
