package photocat.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.BadValue;

/**
 * The settings of a job that can be changed while it runs; none but what it offers. Thread-safe.
 */
public final class LiveSettings {
  private final List<LiveSetting> offered = new CopyOnWriteArrayList<>();

  /**
   * A setting that can be changed.
   *
   * @param key as users write it
   * @param meaning one phrase with the values that it takes
   * @param value tells the present value
   * @param change sets another; throws {@link BadValue} where it breaks a rule
   */
  public record LiveSetting(
      String key, String meaning, Supplier<String> value, Consumer<String> change) {}

  /** Lets users change {@code setting} from now on. */
  public void offer(LiveSetting setting) {
    offered.add(setting);
  }

  /** Returns what can be changed, in the order it was offered. */
  public List<LiveSetting> all() {
    return List.copyOf(offered);
  }

  /** Changes one setting; refuses keys that are not offered and values that do not fit. */
  public void change(String key, String value) {
    Optional<LiveSetting> found =
        offered.stream().filter(setting -> setting.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      String keys = offered.stream().map(LiveSetting::key).collect(Collectors.joining(", "));
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot change %s: this job has no such setting".formatted(key))
          .withHint(keys.isEmpty() ? "it has none that can be changed" : "it has " + keys);
    }
    try {
      found.get().change().accept(value);
    } catch (BadValue e) {
      throw PhotocatException.of(ExitStatus.USAGE, e.under(key), e);
    }
  }
}
