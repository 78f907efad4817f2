package photocat.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.BadValue;
import photocat.model.setting.Chosen;
import photocat.model.setting.Flag;
import photocat.model.setting.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Options that stand for settings, made of what the settings say of themselves. */
public final class SettingFlags {
  /** What the meaning of a setting begins with that is only given or not. */
  private static final String WHETHER = "Whether to ";

  private final List<Setting<?>> settings;
  private final Map<Setting<?>, String> given = new HashMap<>();

  /** Options for those of {@code settings} that have one. */
  public SettingFlags(List<Setting<?>> settings) {
    this.settings = settings;
  }

  /** Gives {@code command} these options. */
  public void addTo(CommandSpec command) {
    settings.forEach(
        setting -> setting.flag().ifPresent(flag -> command.addOption(option(setting, flag))));
  }

  /**
   * Returns what was given.
   *
   * @throws PhotocatException of kind USAGE with the option and the rule that its value breaks
   */
  public Chosen chosen() {
    Chosen chosen = Chosen.NOTHING;
    for (Setting<?> setting : settings) {
      chosen = chosen.with(chosen(setting));
    }
    return chosen;
  }

  private <T> Chosen chosen(Setting<T> setting) {
    String text = given.get(setting);
    if (text == null) {
      return Chosen.NOTHING;
    }
    try {
      return Chosen.NOTHING.with(setting, setting.parse(text));
    } catch (BadValue e) {
      String name = setting.flag().map(Flag::name).orElseThrow();
      throw PhotocatException.of(ExitStatus.USAGE, e.under(name), e);
    }
  }

  private <T> OptionSpec option(Setting<T> setting, Flag flag) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag.names().toArray(String[]::new)).setter(new Keeper(setting));
    if (flag.label().isEmpty()) {
      String purpose = setting.purpose().replaceFirst("^" + WHETHER, "");
      String wish = purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1);
      return option.type(boolean.class).description(description(wish, setting, "no")).build();
    }
    String usual = setting.show(setting.usual());
    return option
        .type(String.class)
        .paramLabel(flag.label())
        .description(description(setting.meaning(), setting, usual.isEmpty() ? "none" : usual))
        .build();
  }

  private static String description(String meaning, Setting<?> setting, String usual) {
    return "%s (default: %s, %s)".formatted(meaning, setting.key(), usual);
  }

  /** Keeps what was given; picocli says false or null where nothing was. */
  private final class Keeper implements ISetter {
    private final Setting<?> setting;

    Keeper(Setting<?> setting) {
      this.setting = setting;
    }

    @Override
    public <T> @Nullable T set(@Nullable T value) {
      if (value == null || value.equals(false)) {
        given.remove(setting);
      } else {
        given.put(setting, value.toString());
      }
      return value;
    }
  }
}
