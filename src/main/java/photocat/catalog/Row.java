package photocat.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a statement of ours, read by column name. Immutable. */
public final class Row {
  private final Map<String, Integer> places;
  private final @Nullable Object[] values;

  /**
   * Takes a copy of {@code values}.
   *
   * @param places of the columns, the same for all rows of a result
   */
  Row(Map<String, Integer> places, List<@Nullable Object> values) {
    this.places = places;
    this.values = values.toArray();
  }

  /** Returns a text that is never null. */
  public String text(String column) {
    return present(column).toString();
  }

  /** Returns a text, empty for NULL. */
  public Optional<String> optionalText(String column) {
    return Optional.ofNullable(value(column)).map(Object::toString);
  }

  /** Returns a whole number that is never null. */
  public long number(String column) {
    return ((Number) present(column)).longValue();
  }

  /** Returns a whole number, empty for NULL. */
  public Optional<Long> optionalNumber(String column) {
    return Optional.ofNullable(value(column)).map(value -> ((Number) value).longValue());
  }

  /** Returns a truth value that is never null. */
  public boolean truth(String column) {
    return (Boolean) present(column);
  }

  /** Returns a point in time, empty for NULL. */
  public Optional<Instant> instant(String column) {
    return Optional.ofNullable(value(column)).map(value -> ((OffsetDateTime) value).toInstant());
  }

  /** Returns a day, empty for NULL. */
  public Optional<LocalDate> day(String column) {
    return Optional.ofNullable(value(column)).map(LocalDate.class::cast);
  }

  /** Returns bytes, empty for NULL. */
  public Optional<byte[]> bytes(String column) {
    return Optional.ofNullable(value(column)).map(byte[].class::cast);
  }

  private Object present(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  private @Nullable Object value(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column " + column + " among " + places.keySet());
    }
    return values[place];
  }
}
