package photocat;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import photocat.command.SettingInfo;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.BadValue;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;

/**
 * The values that the user gave, read setting by setting. A value that belongs to no setting is the
 * user's mistake, and refused.
 */
final class SettingValues {
  private static final String PREFIX = "PHOTOCAT_";

  /** Variables that are no settings: the catalogue, the launcher's and the pager. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("PHOTOCAT_CATALOG", "PHOTOCAT_JAVA_OPTIONS", "PHOTOCAT_PAGER");

  private final Map<String, Given> file;
  private final Map<String, String> environment;
  private final Map<String, Given> flags;
  private final List<SettingInfo> known = new ArrayList<>();

  /**
   * A value as the user wrote it.
   *
   * @param origin where, for a person
   */
  record Given(String text, String origin) {}

  /** Reads from a settings file, over which the environment holds, over which flags hold. */
  SettingValues(
      Map<String, Given> file, Map<String, String> environment, Map<String, Given> flags) {
    this.file = Map.copyOf(file);
    this.environment = Map.copyOf(environment);
    this.flags = Map.copyOf(flags);
  }

  /**
   * Returns what is chosen of {@code settings}, each of which is one that the user may give.
   *
   * @param usual what holds where the user gave nothing
   */
  Chosen read(List<Setting<?>> settings, Chosen usual) {
    Chosen chosen = usual;
    for (Setting<?> setting : settings) {
      chosen = read(setting, chosen);
    }
    return chosen;
  }

  private <T> Chosen read(Setting<T> setting, Chosen before) {
    Given given = given(setting.key());
    Chosen chosen = before;
    if (given != null) {
      try {
        chosen = before.with(setting, setting.parse(given.text()));
      } catch (BadValue e) {
        throw refusal(given.origin(), e.under(setting.key()));
      }
    }
    known.add(
        new SettingInfo(
            setting.key(),
            setting.show(chosen.of(setting)),
            given == null ? "default" : given.origin(),
            setting.meaning()));
    return chosen;
  }

  /** Returns all settings read so far, in that order, with the values that hold. */
  List<SettingInfo> known() {
    return List.copyOf(known);
  }

  /** Refuses values whose key belongs to no setting that was read. */
  void refuseUnknown() {
    Set<String> variables = new TreeSet<>(environment.keySet());
    variables.removeIf(name -> !name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name));
    String all = known.stream().map(SettingInfo::key).collect(joining(", ", "there are ", ""));
    Map<String, Given> givens = new TreeMap<>(file);
    givens.putAll(flags);
    for (SettingInfo setting : known) {
      givens.remove(setting.key());
      variables.remove(variable(setting.key()));
    }
    givens.forEach(
        (key, wrong) -> {
          throw refusal(wrong.origin(), "there is no setting " + key).withHint(all);
        });
    for (String name : variables) {
      throw refusal(name, "there is no setting of that name").withHint(all);
    }
  }

  private @Nullable Given given(String key) {
    String name = variable(key);
    if (flags.containsKey(key)) {
      return flags.get(key);
    }
    return environment.containsKey(name) ? new Given(environment.get(name), name) : file.get(key);
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static PhotocatException refusal(String origin, String message) {
    return PhotocatException.of(ExitStatus.USAGE, origin + ": " + message)
        .withHint("correct or remove it there");
  }
}
