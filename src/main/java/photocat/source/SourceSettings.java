package photocat.source;

import java.util.List;
import java.util.Optional;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;
import photocat.source.gbif.GbifLogin;

/**
 * Where sources are.
 *
 * @param chosen what differs from the usual
 * @param gbifLogin who asks GBIF
 */
public record SourceSettings(Chosen chosen, GbifLogin gbifLogin) {
  private static final SettingGroup GROUP = new SettingGroup();

  /** GBIF's interface for programs. */
  public static final Setting<String> GBIF_API =
      GROUP.add(
          Setting.text(
                  "gbif.api",
                  "https://api.gbif.org/v1",
                  "Where GBIF's interface for programs is, such as that of its test system")
              .must("a web address", text -> text.matches("https?://[!-~]+")));

  /** Where the password for GBIF stands. */
  public static final Setting<String> GBIF_CREDENTIALS =
      GROUP.add(
          Setting.text(
              "gbif.credentials",
              "",
              "File with lines GBIF_USER=…, GBIF_PWD=… and GBIF_EMAIL=…, which nobody else may"
                  + " read (mode 600); the variables of these names hold over it"));

  /** iNaturalist's interface for programs. */
  public static final Setting<String> INAT_API =
      GROUP.add(
          Setting.text(
                  "inat.api",
                  "https://api.inaturalist.org",
                  "Where iNaturalist's interface for programs is, without a version")
              .must("a web address", text -> text.matches("https?://[!-~]+")));

  /** What holds unless a user says otherwise. */
  public static final SourceSettings DEFAULTS = new SourceSettings(Chosen.NOTHING, GbifLogin.NONE);

  /** Returns what can be set. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** Returns the address of iNaturalist's interface. */
  public String inatApi() {
    return chosen.of(INAT_API);
  }

  /** Returns the address of GBIF's interface. */
  public String gbifApi() {
    return chosen.of(GBIF_API);
  }

  /** Returns the file with the password for GBIF, as the user wrote it. */
  public Optional<String> gbifCredentials() {
    return Optional.of(chosen.of(GBIF_CREDENTIALS)).filter(file -> !file.isBlank());
  }
}
