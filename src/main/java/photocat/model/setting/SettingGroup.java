package photocat.model.setting;

import java.util.ArrayList;
import java.util.List;

/** The settings that belong together, in the order in which they are told. */
public final class SettingGroup {
  private final List<Setting<?>> all = new ArrayList<>();

  /** Makes {@code setting} one of them, and returns it. */
  public <T> Setting<T> add(Setting<T> setting) {
    all.add(setting);
    return setting;
  }

  /** Returns all that have been added. */
  public List<Setting<?>> all() {
    return List.copyOf(all);
  }
}
