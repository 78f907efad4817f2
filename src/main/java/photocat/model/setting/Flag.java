package photocat.model.setting;

import java.util.List;

/**
 * An option of commands that has a value in the place of the setting.
 *
 * @param label what stands for its value in help; nothing for one that is only given or not
 * @param names its names with their dashes, the one that is told first
 */
public record Flag(String label, List<String> names) {
  /** Copies the names. */
  public Flag {
    names = List.copyOf(names);
  }

  /** Returns the name that messages use. */
  public String name() {
    return names.get(0);
  }
}
