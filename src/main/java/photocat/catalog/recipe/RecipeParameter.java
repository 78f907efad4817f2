package photocat.catalog.recipe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a recipe takes.
 *
 * @param name as in {@code $name}
 * @param type what its values are
 * @param optional whether it may be left out or empty, which binds NULL
 * @param standard the value when none is given, as written in the file; empty where there is none
 * @param choices the only values allowed; empty allows all
 * @param min least number allowed
 * @param max greatest number allowed
 * @param doc what it means; may be empty
 */
public record RecipeParameter(
    String name,
    ParameterType type,
    boolean optional,
    Optional<String> standard,
    List<String> choices,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    String doc) {
  /** Copies the list. */
  public RecipeParameter {
    choices = List.copyOf(choices);
  }

  /** Tells whether the recipe cannot run without a value. */
  public boolean isRequired() {
    return !optional && standard.isEmpty();
  }

  /** Returns the parameter as its file declares it, without the words that explain it. */
  public String declaration() {
    StringBuilder text = new StringBuilder(name).append(' ').append(type.word());
    text.append(optional ? "?" : "");
    standard.ifPresent(value -> text.append(" = ").append(value.isEmpty() ? "\"\"" : value));
    if (!choices.isEmpty()) {
      text.append(" in (").append(String.join(", ", choices)).append(')');
    }
    min.ifPresent(bound -> text.append(" min ").append(bound.toPlainString()));
    max.ifPresent(bound -> text.append(" max ").append(bound.toPlainString()));
    return text.toString();
  }

  /**
   * Returns the value to bind.
   *
   * @param text the value as written; an empty one leaves an optional parameter out
   * @param today the day that {@code today} means
   * @throws IllegalArgumentException with a phrase that says what is wrong
   */
  @Nullable Object value(String text, LocalDate today) {
    if (text.isEmpty() && optional) {
      return null;
    }
    if (!choices.isEmpty() && !choices.contains(text)) {
      throw new IllegalArgumentException(
          "%s is '%s', must be one of %s".formatted(name, text, String.join(", ", choices)));
    }
    Object value;
    try {
      value = type.read(text, today);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is '%s', must be %s".formatted(name, text, type.expected()), e);
    }
    checkBounds(text);
    return value;
  }

  /**
   * Returns what is wrong with {@code text} as a value; empty where nothing is.
   *
   * @param today the day that {@code today} means
   */
  public Optional<String> fault(String text, LocalDate today) {
    try {
      value(text, today);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void checkBounds(String text) {
    if (min.isPresent() && new BigDecimal(text).compareTo(min.get()) < 0) {
      throw new IllegalArgumentException(
          "%s is %s, must be %s or more".formatted(name, text, min.get().toPlainString()));
    }
    if (max.isPresent() && new BigDecimal(text).compareTo(max.get()) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, must be %s or less".formatted(name, text, max.get().toPlainString()));
    }
  }
}
