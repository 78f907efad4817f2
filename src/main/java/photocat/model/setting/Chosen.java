package photocat.model.setting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that were chosen for settings; all others are as usual. Immutable. */
public final class Chosen {
  /** Everything as usual. */
  public static final Chosen NOTHING = new Chosen(Map.of());

  private final Map<Setting<?>, Object> values;

  private Chosen(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Returns the value that holds. */
  public <T> T of(Setting<T> setting) {
    Object value = values.get(setting);
    return value == null ? setting.usual() : setting.cast(value);
  }

  /**
   * Returns the same with another value.
   *
   * @throws BadValue when it breaks a rule
   */
  public <T> Chosen with(Setting<T> setting, T value) {
    return with(Map.of(setting, setting.required(value)));
  }

  /** Returns the same with all values of {@code others}. */
  public Chosen with(Chosen others) {
    return with(others.values);
  }

  private Chosen with(Map<Setting<?>, ? extends Object> others) {
    Map<Setting<?>, Object> both = new HashMap<>(values);
    both.putAll(others);
    return new Chosen(both);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chosen chosen && chosen.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
