package photocat.source;

import java.util.List;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;

/**
 * Where sources are.
 *
 * @param chosen what differs from the usual
 */
public record SourceSettings(Chosen chosen) {
  private static final SettingGroup GROUP = new SettingGroup();

  /** GBIF's interface for programs. */
  public static final Setting<String> GBIF_API =
      GROUP.add(
          Setting.text(
                  "gbif.api",
                  "https://api.gbif.org/v1",
                  "Where GBIF's interface for programs is, such as that of its test system")
              .must("a web address", text -> text.matches("https?://[!-~]+")));

  /** What holds unless a user says otherwise. */
  public static final SourceSettings DEFAULTS = new SourceSettings(Chosen.NOTHING);

  /** Returns what can be set. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** Returns the address of GBIF's interface. */
  public String gbifApi() {
    return chosen.of(GBIF_API);
  }
}
